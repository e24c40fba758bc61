import { expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';

const megabyte = 2 ** 20;
const { attack, running } = shareSandbox({
  permissions: ['filesystem.read'],
  limits: { isolateBytes: 64 * megabyte, openCalls: 500, logLines: 100, callRecords: 100 },
});

/** Makes something again and again, and gives way each time. */
const fill = (make: string) =>
  `command(async () => { const all = []; for (;;) { all.push(${make}); await new Promise((go) => setTimeout(go)); } });`;

test.each([
  ['lists', fill(`new Array(1e5).fill(all.length + 0.5)`)],
  ['texts', fill(`Object.keys({ ['x'.repeat(2e6) + all.length]: 1 })`)],
  [
    'lists after answers',
    `command(async () => { const all = []; for (;;) { await fs.exists('a'); all.push(new Array(1e5).fill(all.length + 0.5)); } });`,
  ],
  [
    'memories of WebAssembly',
    fill(`new Uint8Array(new WebAssembly.Memory({ initial: 512 }).buffer).fill(1)`),
  ],
])('%s without an end use up the memory of the build alone', async (_, code) => {
  const { error, stops } = await attack(code);
  expect(error).toMatchObject({ reason: 'memory', message: 'It used more than 64 MB of memory.' });
  expect(stops).toMatchObject([{ reason: 'memory' }]);
});

test.each([
  ['buffers', fill(`new Uint8Array(1e7).fill(7)`), 'Array buffer allocation failed'],
  ['a huge buffer', `command(() => new ArrayBuffer(2 ** 33));`, 'Array buffer allocation failed'],
  [
    'a buffer that grows',
    `command(() => new ArrayBuffer(1, { maxByteLength: 2 ** 32 }).resize(2 ** 32));`,
    'Array buffer allocation failed',
  ],
  [
    'a shared buffer',
    `command(() => new SharedArrayBuffer(2 ** 32));`,
    'Array buffer allocation failed',
  ],
  [
    'a huge memory',
    `command(() => new WebAssembly.Memory({ initial: 65536 }));`,
    'could not allocate memory',
  ],
  [
    'a huge text',
    `command(() => { let text = 'x'; for (;;) text += text; });`,
    'Invalid string length',
  ],
  [
    'a recursion',
    `command(() => { const again = () => again() + 1; return again(); });`,
    'Maximum call stack size exceeded',
  ],
  ['timers', `command(() => { for (;;) setTimeout(() => {}, 1e6); });`, 'timers are open'],
  [
    'calls',
    `command(() => Promise.all(Array.from({ length: 600 }, () => fs.exists('a'))));`,
    'calls wait for an answer',
  ],
  ['items', `command(() => { for (;;) ui.createStatusBarItem().show(); });`, 'are there at once'],
])('too much is refused where it is made: %s', async (_, code, message) => {
  const { error, stops } = await attack(code);
  expect(error?.message).toContain(message);
  expect(error?.stack).toContain('src/main.ts:5:');
  expect(stops).toEqual([]);
});

test('items that an extension leaves are taken away', async () => {
  const { asked } = await attack(
    `command(() => { for (let n = 0; n < 400; n += 1) ui.createStatusBarItem().show(); });`,
  );
  await running.load({ 'src/main.ts': 'export function activate() {}' });
  const last = new Map(
    asked.flatMap((one) => {
      const shown = /^ui\.showStatusBarItem (\d+) (.*)$/.exec(one);
      return shown === null ? [] : [[shown[1], shown[2]] as const];
    }),
  );
  expect(last.size).toBe(400);
  expect(new Set(last.values())).toEqual(new Set(['null']));
});

test('of a flood of changes, the last is shown', async () => {
  const { value, asked } = await attack(`command(async () => {
    const bar = ui.createStatusBarItem();
    bar.show();
    for (let n = 1; n <= 3000; n += 1) { bar.text = String(n); await null; }
    return 'done';
  });`);
  expect(value).toBe('done');
  await expect.poll(() => asked.some((one) => one.includes('"text":"3000"'))).toBe(true);
});

test('of a flood of lines, so many are shown and the others counted', async () => {
  const { value, logs } = await attack(
    `command(() => { for (let n = 0; n < 2000; n += 1) console.log('line'); return 1; });`,
  );
  expect(value).toBe(1);
  await expect.poll(() => countLost(logs, 'lines were written')).toBeGreaterThan(0);
  const shown = logs.filter(({ text }) => text === 'line').length;
  expect(shown + countLost(logs, 'lines were written')).toBe(2000);
});

test('of a flood of calls, so many are told, also the first of each kind, and the others counted', async () => {
  const { value, calls, logs } = await attack(`command(async () => {
    for (let n = 0; n < 10; n += 1) await Promise.all(Array.from({ length: 100 }, () => fs.exists('a')));
    await fs.writeFile('a', 'b').catch(() => 0);
    await clipboard.readText().catch(() => 0);
    return 'done';
  });`);
  expect(value).toBe('done');
  const apis = (isAllowed: boolean) =>
    new Set(calls.filter((one) => one.isAllowed === isAllowed).map(({ api }) => api));
  expect(apis(true)).toEqual(new Set(['commands.register', 'fs.exists']));
  expect(apis(false)).toEqual(new Set(['fs.writeFile', 'clipboard.readText']));
  await expect.poll(() => countLost(logs, 'calls of the API')).toBeGreaterThan(0);
  expect(calls.length + countLost(logs, 'calls of the API')).toBe(1003);
});

function countLost(logs: readonly { text: string }[], what: string): number {
  const lost = logs.filter(({ text }) => text.includes(`more ${what}`));
  return lost.reduce((sum, { text }) => sum + Number.parseInt(text, 10), 0);
}
