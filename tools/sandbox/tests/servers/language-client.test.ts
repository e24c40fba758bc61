import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openLanguageWorld, plainServer } from '../../test/language-world.ts';

test.each(['ipc', 'stdio'] as const)(
  'a client of vscode-languageclient shows what its server says, by %s',
  async (transport) => {
    const world = await openLanguageWorld({ transport });
    expect(await world.run('state')).toBe('Running');
    await world.editor.open(world.path, {});
    await expect.poll(world.problems).toEqual(['1: It falls']);
    const hover = await world.vscode.ask('Hover', world.uri, 1, 0);
    expect(hover).toMatchObject([[expect.stringContaining('**ebb**')]]);
    expect(await world.vscode.ask('CompletionItem', world.uri, 1, 0)).toMatchObject([
      [{ label: 'ebb', kind: 'Keyword', detail: 'falls' }, { label: 'flood' }],
    ]);
    expect(world.calls.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  },
);

test('a large document is kept the same by what changes in it, edit by edit', async () => {
  const text = 'high and low, é and 🌊\r\n'.repeat(85_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
  const world = await openLanguageWorld({ text });
  await world.editor.open(world.path, {});
  const edits = [
    { at: [0, 0, 0, 4], text: 'ebb' },
    { at: [40_000, 5, 40_001, 0], text: '🌊🌊\r\nmore' },
    { at: [84_999, 0, 84_999, 3], text: '' },
    { at: [20, 0, 30_000, 0], text: '' },
    { at: [10, 3, 10, 3], text: 'x'.repeat(5_000) },
  ];
  for (const {
    at: [line = 0, column = 0, last = 0, end = 0],
    text: written,
  } of edits) {
    const range = { start: { line, column }, end: { line: last, column: end } };
    expect(await world.editor.edit(world.path, [{ range, text: written }])).toBe(true);
  }
  const now = world.editor.active()?.document.text ?? '';
  const sum = createHash('sha256').update(now).digest('hex');
  const told = () => world.run('ask', 'tide/text', { uri: world.uri });
  await expect.poll(told).toEqual({ length: now.length, version: 6, sum });
  await expect.poll(world.problems).toEqual(['0: It falls']);
});

test('what is cancelled ends in the server, which goes on', async () => {
  const world = await openLanguageWorld();
  expect(await world.run('cancel')).toBe('cancelled');
  expect(await world.run('ask', 'tide/isCancelled')).toBe(true);
  await world.editor.open(world.path, {});
  await expect.poll(world.problems).toEqual(['1: It falls']);
});

test('a server that ends is started again, and knows what is open', async () => {
  const world = await openLanguageWorld();
  await world.editor.open(world.path, {});
  await expect.poll(world.problems).toEqual(['1: It falls']);
  const hover = () => world.vscode.ask('Hover', world.uri, 1, 0).catch(String);
  await world.run('ask', 'tide/end').catch(() => undefined);
  await expect.poll(() => world.run('state')).toBe('Running');
  await expect.poll(hover).toMatchObject([[expect.stringContaining('**ebb**')]]);
});

test('a new build has a server of its own, of the files as they are now', async () => {
  const world = await openLanguageWorld();
  await world.editor.open(world.path, {});
  await expect.poll(world.problems).toEqual(['1: It falls']);
  await world.replaceServer(plainServer.replace('It falls', 'It sinks'));
  await world.load({ 'src/main.ts': world.main });
  await expect.poll(world.problems).toEqual(['1: It sinks']);
  expect(await world.run('state')).toBe('Running');
});
