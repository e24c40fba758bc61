import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { showProgress } from './show-progress.ts';

async function shown(terminal: { isTTY?: boolean; columns?: number }): Promise<string> {
  const stream = Object.assign(new PassThrough(), { fd: 2 }, terminal);
  const progress = await showProgress(stream);
  progress.update('Reading \u001B[2Jtides');
  progress.update('Writing');
  progress.stop();
  progress[Symbol.dispose]();
  return String(stream.read() ?? '');
}

test('showProgress() shows on a terminal what is done, with nothing in it that steers the terminal', async () => {
  expect(await shown({ isTTY: true, columns: 80 })).toContain('Reading [2Jtides');
});

test('showProgress() shows nothing elsewhere, nor where there are no columns', async () => {
  expect(await shown({})).toBe('');
  expect(await shown({ columns: 80 })).toBe('');
  expect(await shown({ isTTY: true, columns: 0 })).toBe('');
});
