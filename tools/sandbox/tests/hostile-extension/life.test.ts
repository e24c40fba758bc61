import { describe, expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';
import { bundleSources, mainWith, makeSandbox } from '../../test/run-extension.ts';

const { attack, running } = shareSandbox({ permissions: ['filesystem.read'] });

/** Loads an extension with this body of `activate`, and more after it. */
const load = (body: string, after = '') =>
  running.load({ 'src/main.ts': `${mainWith(body)}\n${after}` });
const run = (id = 'it') => running.sandbox.runCommand(id);

describe('rejections that nobody waits for are told with their line', () => {
  const stray = `Promise.reject(new Error('stray'));`;
  test.each([
    ['while code loads', `}\n${stray}\n{ command(() => 1);`, 6],
    [
      'after an await at the top',
      `}\nawait new Promise((go) => setTimeout(go)); ${stray}\n{ command(() => 1);`,
      6,
    ],
    ['in activate', `${stray} command(() => 1);`, 5],
    ['in a command', `command(() => { ${stray} return 1; });`, 5],
    ['in a timer', `setTimeout(() => { ${stray} }); command(() => 1);`, 5],
    [
      'in an async timer',
      `setTimeout(async () => { throw new Error('stray'); }); command(() => 1);`,
      5,
    ],
  ])('%s', async (_, code, line) => {
    const { logs, stops, error } = await attack(code);
    expect(error).toBeUndefined();
    await expect
      .poll(() => logs)
      .toMatchObject([
        {
          level: 'error',
          text: expect.stringContaining('stray'),
          place: { file: 'src/main.ts', line },
        },
      ]);
    expect(stops).toEqual([]);
  });

  test('also where they sound like the end of a slice', async () => {
    const { logs, stops } = await attack(
      `command(() => { Promise.reject(new Error('Script execution timed out.')); return 1; });`,
    );
    await expect.poll(() => logs).toMatchObject([{ place: { line: 5 } }]);
    expect(stops).toEqual([]);
  });

  test('also where they are megabytes', async () => {
    const { logs, stops } = await attack(
      `command(() => { Promise.reject(new Error('x'.repeat(1e7))); });`,
    );
    await expect.poll(() => logs).toMatchObject([{ place: { line: 5 } }]);
    expect(stops).toEqual([]);
  });
});

test.each([
  ['at once', `}\nthrow new Error('mine');\n{`],
  ['after a promise was rejected', `}\nPromise.reject(1); throw new Error('mine');\n{`],
  ['by an await', `}\nawait Promise.reject(new Error('mine'));\n{`],
  ['later', `}\nawait new Promise((go) => setTimeout(go)); throw new Error('mine');\n{`],
])('a module that throws %s fails the load', async (_, code) => {
  const { error, logs } = await attack(code);
  expect(error).toMatchObject({ reason: 'threw' });
  expect(logs.length + Number(error?.message === 'mine')).toBeGreaterThan(0);
  await expect(running.load({ 'src/main.ts': mainWith(code) })).rejects.toThrow();
});

test('a command that never settles ends with its build', async () => {
  await load(`command(() => new Promise(() => {}));`);
  const waiting = run();
  const ended = expect(waiting).rejects.toThrow('The extension was stopped.');
  await load(`command(() => 'next');`);
  await ended;
  expect(await run()).toBe('next');
});

test('subscriptions that are no such thing are passed over, and told', async () => {
  await attack(`
    context.subscriptions.push(null, { get dispose() { throw new Error('mine'); } }, { dispose: 5 }, { dispose() { throw new Error('its own'); } });
    command(() => 1);`);
  await load(`command(() => 'next');`);
  expect(await run()).toBe('next');
});

test('timers of a build that was ended call nothing any longer', async () => {
  const { asked } = await attack(`
    const again = () => { fs.exists('old').catch(() => 0); setTimeout(again); };
    again(); setInterval(again, 1); command(() => 1);`);
  const wait = `command(() => new Promise((go) => setTimeout(go, 50)));`;
  await load(wait);
  const before = asked.length;
  await run();
  expect(before).toBeGreaterThan(0);
  expect(asked.slice(before)).toEqual([]);
});

/** Loads builds whose `activate` has these bodies, in this order and without waiting. */
async function loadAtOnce(...bodies: string[]): Promise<void> {
  const bundle = (body: string) => bundleSources({ 'src/main.ts': mainWith(body) });
  const built = await Promise.all(bodies.map(bundle));
  await Promise.all(
    built.map((one) =>
      one.ok ? running.sandbox.load(one.code) : Promise.reject(new Error('It can not be bundled.')),
    ),
  );
}

test('of builds that are loaded at once, the last one runs, whichever is ready first', async () => {
  const slowly = `await new Promise((go) => setTimeout(go, 100));`;
  await loadAtOnce(`${slowly} command(() => 'a', 'a');`, `command(() => 'b', 'b');`);
  expect(running.sandbox.commands).toEqual(['b']);
  await loadAtOnce(`command(() => 'a', 'a');`, `${slowly} command(() => 'b', 'b');`);
  expect(running.sandbox.commands).toEqual(['b']);
  await loadAtOnce(...Array.from({ length: 5 }, (_, n) => `command(() => ${n}, 'c${n}');`));
  expect(running.sandbox.commands).toEqual(['c4']);
});

test('a build that is loaded while another is ended takes its place', async () => {
  const slowEnd = `export const deactivate = () => new Promise((go) => setTimeout(go, 100));`;
  await load(`command(() => 'a');`, slowEnd);
  const second = load(`command(() => 'b');`, slowEnd);
  await expect.poll(() => run()).toBe('b');
  await Promise.all([second, load(`command(() => 'c');`)]);
  expect(await run()).toBe('c');
});

test('a sandbox that is closed while a build loads ends the load, and takes no other', async () => {
  const { sandbox, load: loadOther } = await makeSandbox();
  const loading = loadOther({ 'src/main.ts': `await new Promise(() => {});\n${mainWith('')}` });
  const ended = expect(loading).rejects.toThrow(/closed|ended/);
  await expect.poll(() => sandbox.isRunning).toBe(false);
  await sandbox.close();
  await ended;
  await expect(loadOther({ 'src/main.ts': mainWith('') })).rejects.toThrow(
    'The sandbox was closed.',
  );
  await expect(sandbox.runCommand('it')).rejects.toThrow('does not run');
});

test('a sandbox that is closed twice while a command runs ends it once', async () => {
  const { sandbox, load: loadOther, stops, logs } = await makeSandbox();
  const never = `command(() => (console.log('begun'), new Promise(() => {})));`;
  await loadOther({ 'src/main.ts': mainWith(never) });
  const ended = expect(sandbox.runCommand('it')).rejects.toThrow(/stopped|ended/);
  await expect.poll(() => logs).toHaveLength(1);
  await Promise.all([sandbox.close(), sandbox.close()]);
  await ended;
  expect(stops).toEqual([]);
});
