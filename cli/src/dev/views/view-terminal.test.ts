import type { ViewNode } from '@orchestra/sandbox';
import { styleFor } from '@orchestra/terminal';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { DevViews } from './dev-views.ts';
import { ViewTerminal } from './view-terminal.ts';

const list: ViewNode = {
  type: 'screen',
  props: { depth: 0 },
  children: [
    {
      type: 'list',
      props: {},
      children: [{ type: 'list-item', props: { title: 'High water', id: 'high' }, children: [] }],
    },
  ],
};

/** A view that is shown on a terminal of 80 columns. */
async function openView() {
  const stdin = new PassThrough();
  let written = '';
  const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: true });
  stdout.on('data', (part: Buffer) => (written += part.toString()));
  const terminal = new ViewTerminal({
    stdin: stdin as never,
    stdout: stdout as never,
    style: styleFor({}, { env: {}, colour: false }),
    inTerminal: (use) => use(),
  });
  const left: string[] = [];
  const views = new DevViews({
    emit: () => {},
    terminal,
    asker: null,
    selection: () => null,
    makeError: (message) => new Error(message),
  });
  views.service.showView(1, { view: list, searches: 0 }, (name) => left.push(name));
  await vi.waitUntil(() => written.includes('High water'));
  return {
    views,
    left,
    type: (key: string) => stdin.write(key),
    /** Waits until this is drawn, and gives what was drawn since the last time. */
    async drawn(text: string | RegExp): Promise<string> {
      await vi.waitUntil(() => written.search(text) >= 0);
      const drawn = written;
      written = '';
      return drawn;
    },
  };
}

const ctrlT = '\x14';

test('what a toast offers is done by a key of the view, as long as the toast is there', async () => {
  const { views, type, drawn } = await openView();
  const chosen: number[] = [];
  views.service.showToast(
    7,
    { title: 'Saved', style: 'SUCCESS', actions: ['Undo', null] } as never,
    (which) => chosen.push(which),
  );
  const shown = await drawn(/\^T Undo/);
  expect(shown).toContain('toast: ✓ Saved (Undo)');
  type(ctrlT);
  await vi.waitUntil(() => chosen.length > 0);
  expect(chosen).toEqual([0]);
  views.service.showToast(7, null, () => {});
  await drawn(/esc back/);
  type(ctrlT);
  type('h');
  await drawn(/› h/);
  expect(chosen).toEqual([0]);
});

test('an error is told below the view, which hides what is told elsewhere', async () => {
  const { views, drawn } = await openView();
  views.tellError('The tide is out.');
  expect(await drawn(/The tide is out\./)).toMatch(/High water[^]*error: The tide is out\./);
});

test('views say whether one is open, and a view that is left is no longer', async () => {
  const { views, left, type } = await openView();
  expect(views.isOpen).toBe(true);
  type('\x1b');
  await vi.waitUntil(() => left.length > 0);
  expect(left).toEqual(['back']);
  views.service.showView(1, null, () => {});
  expect(views.isOpen).toBe(false);
});
