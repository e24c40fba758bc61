import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

/** Runs code, and gives what it logged. */
async function logged(body: string): Promise<{ level: string; text: string; at: string }[]> {
  guest.told.length = 0;
  await guest.run(body);
  return guest.told as { level: string; text: string; at: string }[];
}

/** Values that Node and the isolate write alike. */
const values = String.raw`[
  1, -0, 10n, 'text', true, null, undefined, Symbol('s'), '', "it's", {}, [], { a: 1, 'b-c': 'x', [Symbol('k')]: 2 }, [1, 'a', [2, [3, [4, [5]]]]], { a: { b: { c: { d: 1 } } } },
  new Map([['k', { v: 1 }], [1, 2]]), new Set([1, 'x']), new Date(0), /x/gi, () => 1, function named() {}, class Named {}, class {}, Object.create(null), new (class Own { x = 1 })(), [1, , 3], Array(3), { get g() { return 1; }, set g(v) {}, get h() { return 1; } },
  new Uint8Array([1, 2]), 'x\ny', ['x\ny'], { long: 'a'.repeat(60), other: 'b'.repeat(30) }, Array.from({ length: 4 }, (_, at) => ({ at })), { f() {}, g: async () => 1, n: null, u: undefined }, [undefined, null],
]`;

test('values are written as Node writes them', async () => {
  const { runInThisContext } = await import('node:vm');
  const { inspect } = await import('node:util');
  const given = runInThisContext(values) as unknown[];
  const lines = await logged(
    `for (const value of ${values}) console.log([value].length && value, '');`,
  );
  const wanted = given.map((value) => `${typeof value === 'string' ? value : inspect(value)} `);
  expect(lines.map(({ text }) => text)).toEqual(wanted);
});

test('marks in a text are replaced as Node replaces them', async () => {
  const { format } = await import('node:util');
  const calls: unknown[][] = [
    ['%s is %d', 'x', 5, 'more'],
    ['%i %f %j', '12.5x', '1.5', { a: [1] }],
    ['%s %s', 'one'],
    ['100% %%', 1],
    ['%%'],
    ['%c styled', 'color: red'],
    ['%O', { a: { b: { c: {} } } }],
    ['%s %s %s', null, undefined, -0],
    ['%d', {}],
    ['%x', 1],
    [1, 'a', { b: 1 }],
    [],
    ['a', 'b'],
  ];
  const lines = await logged(
    `for (const args of ${JSON.stringify(calls)}) console.log(...args.map((arg, at) => arg === null && at === 2 ? undefined : arg));`,
  );
  const wanted = calls.map((args) => {
    const read = JSON.parse(JSON.stringify(args)) as unknown[];
    return format(...read.map((arg, at) => (arg === null && at === 2 ? undefined : arg)));
  });
  expect(lines.map(({ text }) => text)).toEqual(wanted);
});

test('levels, groups, counts and assertions', async () => {
  const lines = await logged(`
    console.debug('d'); console.info('i'); console.warn('w'); console.error('e'); console.log('l');
    console.group('g'); console.log('in\\nside'); console.group(); console.log('deeper'); console.groupEnd(); console.groupEnd(); console.groupEnd(); console.log('out');
    console.count(); console.count('c'); console.count('c'); console.countReset('c'); console.count('c');
    console.assert(true, 'no'); console.assert(false); console.assert(false, 'why %s', 1); console.assert(0, { a: 1 });
    console.dir({ a: { b: { c: { d: {} } } } }, { depth: 0 }); console.timeEnd('none');`);
  expect(lines.map(({ level, text }) => `${level}: ${text}`)).toEqual([
    'debug: d',
    'info: i',
    'warn: w',
    'error: e',
    'info: l',
    'info: g',
    'info:   in\n  side',
    'info:     deeper',
    'info: out',
    'info: default: 1',
    'info: c: 1',
    'info: c: 2',
    'info: c: 1',
    'error: Assertion failed',
    'error: Assertion failed: why 1',
    'error: Assertion failed { a: 1 }',
    'info: { a: [Object] }',
    "warn: No such label 'none'",
  ]);
});

test('it says who called, and how long something took', async () => {
  const lines = await logged(`
    function caller() { console.log('x'); console.trace('t'); console.table([]); }
    caller();
    console.time('t'); console.timeLog('t', 'more'); console.timeEnd('t');`);
  expect(lines.slice(0, 3).map(({ at }) => at.split('\n')[0])).toEqual([
    expect.stringMatching(/^ {4}at caller \(test\.js:2:/),
    expect.stringMatching(/^ {4}at caller \(test\.js:2:/),
    expect.stringMatching(/^ {4}at caller \(test\.js:2:/),
  ]);
  expect(lines[1]?.text).toMatch(/^Trace: t\n {4}at caller \(test\.js:2:/);
  expect(lines.slice(3).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^t: [\d.]+ms more$/),
    expect.stringMatching(/^t: [\d.]+ms$/),
  ]);
});

test('tables are drawn as in Node', async () => {
  const { Console } = await import('node:console');
  const { Writable } = await import('node:stream');
  const tables = [
    [
      { a: 1, b: 'x' },
      { a: 2, c: { d: 1 } },
    ],
    [[1, 2], [3]],
    { r: { x: 1 } },
    [1, 'two'],
    'text',
  ];
  const written: string[] = [];
  const stdout = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const own = new Console({ stdout, colorMode: false });
  for (const table of tables) own.table(table);
  own.table(tables[0], ['b']);
  const lines = await logged(
    `const tables = ${JSON.stringify(tables)}; for (const table of tables) console.table(table); console.table(tables[0], ['b']);`,
  );
  expect(lines.map(({ text }) => `${text}\n`)).toEqual(written);
});

test('errors come with their stacks and causes, cycles and hostile objects do no harm', async () => {
  const lines = await logged(`
    const cycle = { name: 'c' }; cycle.self = cycle;
    console.log(cycle);
    console.log(new Error('outer', { cause: new RangeError('inner') }));
    console.log(new Proxy({}, { ownKeys() { throw new Error('trap'); }, getPrototypeOf() { throw new Error('trap'); } }));
    console.log({ get [Symbol.toStringTag]() { throw new Error('trap'); } });
    console.log({ toString() { throw new Error('trap'); } }, [new URL('http://h/x')], new Headers({ a: 'b' }));
    const broken = new Error('b'); Object.defineProperty(broken, 'stack', { get() { throw new Error('trap'); } }); console.log(broken);`);
  const texts = lines.map(({ text }) => text);
  expect(texts[0]).toBe("{ name: 'c', self: [Circular] }");
  expect(texts[1]).toMatch(/^Error: outer\n {4}at [\s\S]*\[cause\]: RangeError: inner\n/);
  expect(texts).toHaveLength(6);
});

test('a line stays short whatever is written', async () => {
  const lines = await logged(`
    const long = 'x'.repeat(100_000);
    console.log('x'.repeat(5_000_000));
    console.log(Array.from({ length: 10_000 }, (_, at) => ({ at, long })));
    const wide = {}; for (let at = 0; at < 5_000; at += 1) wide['k' + at] = long;
    console.log(wide, wide, wide);
    let deep = {}; for (let at = 0; at < 10_000; at += 1) deep = { deep };
    console.log(deep); console.dir(deep, { depth: Infinity });
    console.log(new Map(Array.from({ length: 10_000 }, (_, at) => [{ at }, long])), new Uint8Array(10_000_000));
    console.log('%s', 10n ** 5_000n);
    console.table(Array.from({ length: 1000 }, () => wide));
    console.log(Array(4_000_000_000), Object.assign([1], { 4_000_000_000: 1 }));
    console.log({ toString() { return long; }, [Symbol(long)]: long, [long]: { [long]: long } }, () => long);`);
  expect(lines.map(({ text }) => text.length).filter((length) => length > 10_100)).toEqual([]);
  expect(lines).toHaveLength(10);
});
