import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleWeb, startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('it stays small', async () => {
  expect((await bundleWeb()).length).toBeLessThan(150_000);
});

test('globals are there as in a browser: classes are not listed, functions are', async () => {
  const { listed, all } = Object(
    await guest.run(`
      const all = Object.getOwnPropertyNames(globalThis);
      return { listed: Object.keys(globalThis).sort(), all };`),
  );
  expect(listed).toEqual([
    'atob',
    'btoa',
    'clearImmediate',
    'clearInterval',
    'clearTimeout',
    'crypto',
    'fetch',
    'navigator',
    'performance',
    'queueMicrotask',
    'reportError',
    'self',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ]);
  expect(all).toEqual(expect.arrayContaining(['URL', 'Request', 'ReadableStream', 'WebSocket']));
  for (const name of ['process', 'global', 'require', 'Buffer', 'natives', 'web']) {
    expect(all).not.toContain(name);
  }
});

test('natives are reached from no global, and by no stack', async () => {
  const found = await guest.run(`
    const seen = new Set(), found = [];
    const visit = (value, path) => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
      seen.add(value);
      for (const key of Reflect.ownKeys(value)) {
        if (['startTimer', 'parseUrl', 'dropDecoder', 'openSocket'].includes(key)) found.push(path + '.' + key);
        const { value: inner, get, set } = Object.getOwnPropertyDescriptor(value, key);
        for (const part of [inner, get, set, Object.getPrototypeOf(value)]) visit(part, path + '.' + String(key));
      }
    };
    visit(globalThis, '');
    const kept = Error.prepareStackTrace;
    Error.prepareStackTrace = (error, sites) => sites.filter((site) => site.getFileName() !== 'test.js').map((site) => [typeof site.getFunction(), typeof site.getThis()]);
    const stacks = [];
    const look = () => stacks.push(new Error('x').stack);
    for (const run of [
      () => new URL({ toString: () => (look(), 'http://h/') }),
      () => new TextDecoder({ toString: () => (look(), 'utf-8') }),
      () => { new URL('http://h/').hash = { toString: () => (look(), 'x') } },
      () => console.log({ toString: look, get x() { look(); } }),
      () => setTimeout(look, { valueOf: () => (look(), 1) }),
    ]) run();
    try { new URL('http://h/').hash = 'x'.repeat(3e6); } catch (error) { stacks.push(error.stack); }
    Error.prepareStackTrace = kept;
    return { seen: seen.size > 1000, found, stacks: stacks.map((sites) => Array.isArray(sites) ? sites.filter(([of, self]) => of === 'function' || self === 'object').length : sites) };`);
  expect(found).toEqual({
    seen: true,
    found: [],
    stacks: [0, 0, 0, 0, expect.stringContaining('RangeError')],
  });
});

test('code that changes what is built in harms only itself', async () => {
  const own = await startGuest();
  const values = await own.run(`
    Array.prototype.map = () => { throw new Error('broken'); };
    Array.prototype[5] = 'odd';
    Object.prototype.get = function () { return 'odd'; };
    Object.prototype.signal = undefined;
    Function.prototype.call = () => { throw new Error('broken'); };
    const target = new EventTarget();
    let heard = 0;
    target.addEventListener('x', () => (heard += 1), {});
    target.dispatchEvent(new Event('x'));
    const params = new URLSearchParams('a=1&b=2');
    return [new URL('http://h/?a').searchParams.has('a'), params.get('b'), heard, new TextDecoder().decode(new TextEncoder().encode('ä')), typeof setTimeout(() => 1, 1)];`);
  expect(values).toEqual([true, '2', 1, 'ä', 'number']);
  own.dispose();
});
