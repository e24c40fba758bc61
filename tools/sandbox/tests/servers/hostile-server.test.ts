import { expect, test } from 'vitest';
import { openLanguageWorld, plainServer } from '../../test/language-world.ts';

test('a server that never answers keeps no extension from starting that doesn’t wait for it', async () => {
  const world = await openLanguageWorld({
    server: 'process.on("message", () => {});',
    isAwaited: false,
  });
  expect(await world.run('state')).toBe('Starting');
  await world.load({ 'src/main.ts': world.main });
  expect(await world.run('state')).toBe('Starting');
  expect(world.stops).toEqual([]);
});

test('an extension that waits for such a server is told to be too slow, and the one before goes on', async () => {
  const world = await openLanguageWorld({ limits: { activateMs: 4_000 } });
  await world.replaceServer('process.on("message", () => {});');
  await expect(world.load({ 'src/main.ts': world.main })).rejects.toThrowError(/activate/);
  expect(await world.run('state')).toBe('Running');
});

test('a server that floods keeps nobody from anything else', async () => {
  const flood = `
setInterval(() => {
  for (let at = 0; at < 200; at += 1) connection.sendDiagnostics({ uri: 'file:///flood/' + at, diagnostics: [] });
  connection.console.log('x'.repeat(100_000));
  process.stdout.write('y'.repeat(100_000));
}, 1);`;
  const world = await openLanguageWorld({ server: plainServer + flood, isAwaited: false });
  expect(await world.run('state')).toMatch(/^(?:Starting|Running)$/);
  await world.editor.open(world.path, {});
  expect(await world.run('state')).toMatch(/^(?:Starting|Running)$/);
  await world.replaceServer(plainServer);
  await world.load({ 'src/main.ts': world.main });
  await expect.poll(world.problems).toEqual(['1: It falls']);
  expect(world.stops).toEqual([]);
});

test.each([
  [
    'no message of the protocol',
    `process.send('nonsense'); process.send({ jsonrpc: 1 }); process.send([null, 7]);`,
  ],
  [
    'answers to what nobody asked',
    `for (let id = 1000; id < 1100; id += 1) process.send({ jsonrpc: '2.0', id, result: {} });`,
  ],
  [
    'what makes no diagnostics',
    `process.send({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri: 5, diagnostics: [{ range: 'x' }] } });`,
  ],
  [
    'prototypes',
    `process.send(JSON.parse('{"jsonrpc":"2.0","method":"constructor","params":{"__proto__":{"a":1}}}'));`,
  ],
])('a server that says %s is heard nevertheless', async (_, code) => {
  const world = await openLanguageWorld({ server: `${plainServer}\n${code}` });
  await world.editor.open(world.path, {});
  await expect.poll(world.problems).toEqual(['1: It falls']);
  expect(world.stops).toEqual([]);
});
