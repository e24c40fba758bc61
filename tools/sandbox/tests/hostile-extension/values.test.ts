import { apiFamilies, globalReach } from '@orchestra/core';
import { describe, expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';

/** The table of globals that the analysis of code reads. */
const judgements = apiFamilies
  .flatMap(({ tables }) => tables)
  .flatMap((table) => (table.module === 'global' ? table.judgements : []));

const { attack } = shareSandbox({
  permissions: ['filesystem.read'],
  limits: { activateMs: 5_000 }, // where globals are replaced, some never tell that they have begun, or ended
});

describe('nothing of the host is within reach', () => {
  test('by globals, constructors and errors', async () => {
    const { value } = await attack(`command(() => {
      const run = (of) => of.constructor.constructor('return [typeof process, typeof globalThis.require, this === globalThis]')();
      let native;
      try { new URL('x'.repeat(3e6)); } catch (error) { native = error; }
      const names = Object.getOwnPropertyNames(globalThis).filter((name) => /start|native|guest|ivm|host/i.test(name));
      return [run({}), run(native), run(context), run(fs.exists), native instanceof Error, names];
    });`);
    const nothing = ['undefined', 'undefined', true];
    expect(value).toEqual([nothing, nothing, nothing, nothing, true, []]);
  });

  test('by a text that runs as code: it has the globals of the web, and no API', async () => {
    const { value } = await attack(`command(() => {
      const all = (of) => (of === null ? [] : [...Reflect.ownKeys(of), ...all(Object.getPrototypeOf(of))]);
      const run = new Function('all', 'return [all(this), typeof orchestra, typeof require, typeof process]');
      const [names, ...others] = run(all);
      return [names.filter((name) => typeof name === 'string'), ...others];
    });`);
    const [names, ...others] = value as [string[], ...string[]];
    expect(others).toEqual(['undefined', 'undefined', 'undefined']);
    const verdicts = new Map(
      judgements.flatMap(({ is, names: judged }) =>
        judged.flatMap((name) => (name.includes('.') ? [] : [[name, is] as const])),
      ),
    );
    const needed = names.flatMap((name) => {
      const is = verdicts.get(name);
      return typeof is === 'object' ? [...is] : [];
    });
    expect(new Set(needed)).toEqual(new Set(globalReach));
    expect(names.filter((name) => verdicts.get(name) === 'unresolved')).toEqual([]);
  });

  test('by a global of the navigator', async () => {
    const { value } = await attack(`command(() => {
      const names = [];
      for (let of = navigator; of !== null; of = Object.getPrototypeOf(of)) names.push(...Object.getOwnPropertyNames(of));
      return names;
    });`);
    const harmful = new Set(
      judgements.filter(({ is }) => is !== 'harmless').flatMap(({ names }) => names),
    );
    const found = (value as string[]).filter((name) => harmful.has(`navigator.${name}`));
    expect(found).toEqual([]);
  });

  test('by call sites', async () => {
    const { value } = await attack(`
      const seen = [];
      Error.prepareStackTrace = (_, sites) => {
        seen.push(sites.length);
        for (const site of sites) {
          if (!String(site.getFileName()).startsWith('orchestra:')) continue;
          if (site.getThis() !== undefined || site.getFunction() !== undefined) seen.push(site.getFunctionName());
        }
      };
      command(async () => {
        await fs.exists({ get path() { void new Error('inside').stack; return 1; } }).catch(() => 0);
        return seen;
      });`);
    expect(value).toEqual([expect.any(Number)]);
  });
});

describe('arguments', () => {
  const argument = (code: string) => attack(`command(() => fs.exists(${code}));`);

  test.each([
    ['a proxy that throws', `new Proxy({}, { ownKeys() { throw new Error('mine'); } })`, 'mine'],
    ['a getter that throws', `{ get path() { throw new Error('mine'); } }`, 'mine'],
    [
      'a revoked proxy',
      `(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()`,
      'revoked',
    ],
    ['a function', `{ toJSON() {} }`, "A function can't be sent, at arguments[0].toJSON."],
    ['a symbol', `[Symbol('a')]`, "A symbol can't be sent, at arguments[0][0]."],
    [
      'a promise',
      `new Map([[1, Promise.resolve(1)]])`,
      "A promise can't be sent, at arguments[0][0][1].",
    ],
    [
      'a cycle',
      `(() => { const a = {}; a.next = { a }; return a; })()`,
      'It contains itself, at arguments[0].next.a.',
    ],
    [
      'a getter that goes on',
      `{ get a() { return Object.defineProperties({}, Object.getOwnPropertyDescriptors(this)); } }`,
      'It is nested too deep, at arguments[0].a.a',
    ],
    ['a text that is too large', `'x'.repeat(9e6)`, "More than 8 MB can't be sent at once."],
    [
      'a text that grows on the way',
      `'\\u0000'.repeat(15e5)`,
      "More than 8 MB can't be sent at once.",
    ],
  ])('%s is refused with its line', async (_, code, message) => {
    const { error, calls } = await argument(code);
    expect(error?.message).toContain(message);
    expect(error?.stack).toContain('src/main.ts:5:');
    expect(calls.map(({ api }) => api)).toEqual(['commands.register']);
  });

  test('nested too deep are refused in a few words', async () => {
    const { error } = await argument(`JSON.parse('['.repeat(5000) + ']'.repeat(5000))`);
    expect(error?.message).toMatch(/^It is nested too deep, at arguments\[0\].*…\.$/);
    expect(error?.message.length).toBeLessThan(300);
  });

  test.each([
    ['a key of all objects', `JSON.parse('{"__proto__": {"path": 1}}')`],
    ['a mark of the protocol', `{ $bytes: 'AAAA' }`],
    ['an object without a prototype', `{ __proto__: null, constructor: 1 }`],
    [
      'a list that says that it is longer',
      `new Proxy(['a'], { get: (of, key) => (key === 'length' ? 50 : of[key]) })`,
    ],
    ['a text as an object', `new String('a')`],
    ['a path without an end', `'../'.repeat(5000)`],
  ])('that are wrong reach no service: %s', async (_, code) => {
    const { error, asked, calls } = await argument(code);
    expect(error).toMatchObject({ code: 'invalid-argument' });
    expect(asked).toEqual([]);
    expect(calls.at(-1)).toMatchObject({
      api: 'fs.exists',
      place: { file: 'src/main.ts', line: 5 },
    });
  });

  test('are read once, also where they change with each look', async () => {
    const { value, asked } = await attack(`command(async () => {
      let looks = 0;
      await fs.readFile('a.txt', { toString() { looks += 1; return 'utf8'; } }).catch(() => 0);
      await ui.showQuickPick([{ get label() { looks += 1; return looks === 1 ? 'first' : 'other'; } }]).catch(() => 0);
      return looks;
    });`);
    expect(value).toBe(1);
    expect(asked.filter((one) => one.includes('other'))).toEqual([]);
  });
});

describe('what is thrown', () => {
  test.each([
    ['nothing', 'undefined', 'undefined'],
    [
      'an object that tells nothing',
      `{ get message() { throw 1; }, toString() { throw 2; } }`,
      '{ message: [Getter], toString: [Function: toString] } was thrown',
    ],
    [
      'an error whose stack throws',
      `Object.defineProperty(new Error('a'), 'stack', { get() { throw 1; } })`,
      'tells nothing of itself',
    ],
    [
      'an error whose name is an object',
      `Object.assign(new Error('a'), { name: { toString() { throw 1; } } })`,
      'tells nothing of itself',
    ],
    [
      'a proxy',
      `new Proxy(new Error('a'), { get() { throw 1; }, getPrototypeOf() { throw 2; } })`,
      'was thrown, which is no Error',
    ],
    [
      'what sounds like the engine',
      `new Error('Script execution timed out.')`,
      'Script execution timed out.',
    ],
  ])('by a command, it is told: %s', async (_, code, message) => {
    const { error, stops } = await attack(`command(() => { throw ${code}; });`);
    expect(error?.message).toContain(message);
    expect(error).not.toHaveProperty('reason');
    expect(stops).toEqual([]);
  });

  const huge = `throw new Error('x'.repeat(1e7));`;
  test.each([
    ['a command', `command(() => { ${huge} });`],
    ['activate', huge],
    ['a module', `}\n${huge}\n{`],
  ])('as megabytes by %s is shortened, and has its line', async (_, code) => {
    const { error } = await attack(code);
    expect(error?.message).toMatch(/^x{5000}…$/);
    expect(error?.stack).toMatch(/src\/main\.ts:[56]:/);
  });

  test('with a stack that is made up names no place that the code does not have', async () => {
    const { error } = await attack(`command(() => {
      const error = new Error('a');
      error.stack = 'Error: a\\n    at evil (/etc/passwd:1:1)\\n    at other.js:1:1\\n' + '    at main.js:1:1\\n'.repeat(1e6);
      throw error;
    });`);
    expect(error?.stack).not.toMatch(/passwd|other\.js/);
  });
});

/** What globals may be replaced by; each is a statement. */
const replacements = [
  `JSON.parse = () => ({ type: 'run' }); JSON.stringify = () => 'x';`,
  `Object.prototype.then = function (resolve) { resolve('mine'); };`,
  `Promise.prototype.then = () => { throw new Error('mine'); };`,
  `Map.prototype.get = Map.prototype.set = Map.prototype.has = () => { throw new Error('mine'); };`,
  `Array.prototype[Symbol.iterator] = Array.prototype.map = Array.prototype.push = () => { throw new Error('mine'); };`,
  `Array.isArray = () => true; Object.keys = () => ['a']; Reflect.get = () => 5; Reflect.apply = () => 6;`,
  `String.prototype.startsWith = String.prototype.slice = () => { throw new Error('mine'); };`,
  `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw new Error('mine'); };`,
  `for (const key of ['type', 'build', 'call', 'api', 'args', 'value', 'ok', 'error']) Object.defineProperty(Object.prototype, key, { get: () => 'mine', set() {}, configurable: true });`,
  `for (const name of ['Promise', 'Error', 'Object', 'Array', 'Reflect', 'String', 'Map', 'Number', 'Symbol']) globalThis[name] = null;`,
  `Error.stackTraceLimit = 0; Object.freeze(Error); Error.prepareStackTrace = () => { throw new Error('mine'); };`,
  `Object.defineProperty(Error.prototype, 'message', { get() { throw new Error('mine'); } }); Error.captureStackTrace = null;`,
  `Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Map.prototype);`,
];

describe('globals that are replaced', () => {
  test.each(replacements)('before calls are its own trouble: %s', async (statement) => {
    const { asked, calls, stops } = await attack(`
      ${statement}
      command(async () => [await fs.exists('a'), await clipboard.readText().catch((error) => error.code)]);`);
    expect(asked.filter((one) => one !== 'fs.exists "a"')).toEqual([]);
    expect(calls.filter(({ api, isAllowed }) => api === 'clipboard.readText' && isAllowed)).toEqual(
      [],
    );
    expect(stops.filter(({ reason }) => reason === 'ended')).toEqual([]);
  });

  test.each(replacements)('while a call is open are its own trouble: %s', async (statement) => {
    const { asked, stops } = await attack(`command(() => {
      const open = fs.exists('a');
      ${statement}
      return [open].length;
    });`);
    expect(asked.filter((one) => one !== 'fs.exists "a"')).toEqual([]);
    expect(stops.filter(({ reason }) => reason === 'ended')).toEqual([]);
  });
});
