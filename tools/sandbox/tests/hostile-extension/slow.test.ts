import { expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';
import { mainWith } from '../../test/run-extension.ts';

/** Short, since code that doesn't end takes that long: other tests run with limits that nothing comes near. */
const limits = { sliceMs: 500, activateMs: 1_000 };
const { attack, running } = shareSandbox({ permissions: ['filesystem.read'], limits });

/** Loads an extension with this body of `activate`, and more after it. */
const load = (body: string, after = '') =>
  running.load({ 'src/main.ts': `${mainWith(body)}\n${after}` });
const run = (id = 'it') => running.sandbox.runCommand(id);

/** A module of WebAssembly that exports `f`, which loops for ever. */
const wasmLoop = [
  [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1],
  [7, 0, 3, 64, 12, 0, 11, 11],
].flat();

test.each([
  ['a loop', `command(() => { for (;;); });`],
  ['a loop of eval', `command(() => eval('for (;;);'));`],
  [
    'a loop of WebAssembly',
    `const bytes = new Uint8Array([${wasmLoop}]);
    command(() => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f());`,
  ],
  [
    'an expression that goes back and forth',
    `command(() => /^(a+)+$/.test('a'.repeat(60) + '!'));`,
  ],
  [
    'a flood of microtasks',
    `command(() => { const again = () => Promise.resolve().then(again); again(); return new Promise(() => {}); });`,
  ],
  [
    'a wait of Atomics',
    `command(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`,
  ],
  ['a sort that never ends', `command(() => { for (;;) [3, 1, 2].sort(); });`],
  // the engine hands an answer over on its own thread
  ['a loop after an answer', `command(async () => { await fs.exists('a'); for (;;); });`],
  [
    'an expression after an answer',
    `command(async () => { await fs.exists('a'); return /^(a+)+$/.test('a'.repeat(60) + '!'); });`,
  ],
  [
    'a wait of Atomics after an answer',
    `command(async () => { await fs.exists('a'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); });`,
  ],
])('%s is stopped, with its line', async (_, code) => {
  const { error, stops } = await attack(code);
  expect(error).toMatchObject({
    reason: 'slow',
    message: 'It ran longer than 500 ms without giving way.',
  });
  expect(error?.stack).toMatch(/src\/main\.ts:[56]:\d+/);
  expect(stops).toMatchObject([{ reason: 'slow' }]);
});

test.each([
  ['a loop of awaits', `command(async () => { for (;;) await null; });`],
  [
    'an endless argument',
    `command(() => { const list = []; list[Symbol.iterator] = function* () { for (;;) yield 1; }; return fs.exists(list); });`,
  ],
])('%s is stopped', async (_, code) => {
  const { stops } = await attack(code);
  expect(stops).toMatchObject([{ reason: 'slow' }]);
});

test.each([
  ['a loop', '}\nfor (;;);\n{'],
  ['a flood of microtasks', '}\nconst again = () => Promise.resolve().then(again); again();\n{'],
  ['a timer that loops', '}\nsetTimeout(() => { for (;;); }); await new Promise(() => {});\n{'],
])('%s at the top stops the build while it loads', async (_, code) => {
  const { error } = await attack(code);
  expect(error).toMatchObject({ reason: 'slow', name: 'BuildError' });
  expect(error?.stack).toContain('src/main.ts:6:');
});

test('an activate that never settles is given up, with nothing of the host', async () => {
  const { error } = await attack(`await new Promise(() => {});`);
  expect(error).toMatchObject({
    reason: 'too-late',
    message: 'activate did not end within 1 seconds.',
  });
  expect(error?.stack).not.toContain('node:');
});

test.each([
  ['never settles', `return new Promise(() => {});`],
  ['loops', `for (;;);`],
  ['throws', `throw new Error('mine');`],
  ['registers more', `commands.register('late', () => 1); ui.createStatusBarItem().show();`],
])('a deactivate that %s keeps no build from taking its place', async (_, code) => {
  await load(`command(() => 'old');`, `export function deactivate() { ${code} }`);
  await load(`command(() => 'new');`);
  expect(await run()).toBe('new');
  expect(running.sandbox.commands).toEqual(['it']);
});

test('a build that fails while a good one starts leaves the good one', async () => {
  const bad = load(`for (;;);`);
  const failed = expect(bad).rejects.toMatchObject({ reason: 'slow' });
  await Promise.all([failed, load(`command(() => 'good');`)]);
  expect(await run()).toBe('good');
});
