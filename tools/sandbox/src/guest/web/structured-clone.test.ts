import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

/** Makes of a value what JSON can hold: kinds, and objects that stand in it twice. */
const show = `
  const show = (value, seen = []) => {
    if (typeof value === 'bigint') return value + 'n';
    if (Object.is(value, -0)) return '-0';
    if (typeof value !== 'object' || value === null) return typeof value === 'number' || value === undefined ? String(value) : value;
    if (seen.includes(value)) return 'seen ' + seen.indexOf(value);
    seen.push(value);
    const kind = Object.prototype.toString.call(value);
    const keys = Reflect.ownKeys(value).filter((key) => key !== 'stack' && key !== 'message').map((key) => [String(key), show(value[key], seen)]);
    const proto = Object.getPrototypeOf(value)?.constructor?.name;
    const inner = value instanceof Map || value instanceof Set ? show([...value], seen)
      : value instanceof Date ? value.getTime() : value instanceof RegExp ? String(value) + value.lastIndex
      : value instanceof Error ? [value.name, value.message, typeof value.stack]
      : ArrayBuffer.isView(value) ? [value.byteOffset, value.byteLength, value.buffer.byteLength, show(value.buffer, seen)]
      : value instanceof ArrayBuffer ? [...new Uint8Array(value)]
      : /Number|String|Boolean|BigInt/.test(kind) ? String(value.valueOf()) : undefined;
    return [kind, proto, inner, keys];
  };
`;

test('values are cloned as in Node', async () => {
  await compareWithNode(
    guest,
    `${show}
    const shared = { s: 1 }; const cycle = { shared, again: shared }; cycle.self = cycle; cycle.list = [cycle, [shared]];
    class Own { #hidden = 1; constructor() { this.a = 1; } get b() { return 2; } }
    const buffer = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
    const regex = /a/gi; regex.lastIndex = 3;
    const sparse = [1, , 3]; sparse.extra = 'x'; sparse.length = 5;
    const error = new TypeError('m', { cause: shared }); error.extra = 1;
    class OwnError extends RangeError { name = 'OwnError'; }
    const values = [1, -0, NaN, 'x', '\\ud800', true, null, undefined, 10n, new Date(5), new Date(NaN), regex, cycle, [1, [2]], sparse,
      new Map([[shared, cycle], ['k', new Set([shared])]]), new Set([1, shared]), new Own(), Object.create({ inherited: 1 }), Object.create(null),
      { get g() { return 'got'; }, [Symbol('s')]: 1 }, Object.defineProperty({ a: 1 }, 'hidden', { value: 1 }), { __proto__: null, ['__proto__']: 5 },
      Object(1), Object('s'), Object(false), Object(5n), error, new OwnError('o'), new Error(), Object.assign(new Error('x'), { name: 'EvalError' }), new AggregateError([1], 'agg'),
      buffer, new Uint8Array(buffer, 2, 3), [new Uint16Array(buffer, 2, 2), new DataView(buffer, 1, 4)], new Float64Array([1.5, NaN]), new BigInt64Array([5n]), new Uint8ClampedArray([300]),
      new DOMException('m', 'AbortError')];
    return values.map((value) => tried(() => show(structuredClone(value))));`,
  );
});

test('what cannot be cloned is refused as in Node', async () => {
  await compareWithNode(
    guest,
    `const values = [() => 1, class {}, Symbol('s'), Object(Symbol('s')), Promise.resolve(), new WeakMap(), new WeakSet(), new WeakRef({}), (function* () {})(), [].values(), { deep: [{ f() {} }] }, new Map([[() => 1, 1]]), { get a() { throw new RangeError('own'); } },];
    const code = (run) => { try { run(); return 'cloned'; } catch (error) { return [error.name, error instanceof DOMException ? error.code : 0]; } };
    return [values.map((value) => code(() => structuredClone(value))), tried(() => structuredClone()), code(() => structuredClone(1, 5)), code(() => structuredClone(1, { transfer: 5 })), code(() => structuredClone(1, { transfer: [{}] }))];`,
  );
});

test('objects of the web that nobody can clone are refused, as the standard says', async () => {
  expect(
    await guest.run(`
      return [new AbortController(), new Event('x'), new Headers(), new URL('http://h'), new URLSearchParams(), new TextEncoder(), new Response(), new ReadableStream(), new FormData(), performance].map((value) => {
        try { structuredClone({ value }); return 'cloned'; } catch (error) { return error.message; }
      });`),
  ).toEqual(
    [
      'AbortController',
      'Event',
      'Headers',
      'URL',
      'URLSearchParams',
      'TextEncoder',
      'Response',
      'ReadableStream',
      'FormData',
      'Performance',
    ].map((name) => `#<${name}> could not be cloned.`),
  );
});

test('buffers are transferred as in Node', async () => {
  await compareWithNode(
    guest,
    `${show}
    const make = () => new Uint8Array([1, 2, 3, 4]).buffer;
    const seen = [];
    const one = make(); const view = new Uint8Array(one, 1, 2);
    const clone = structuredClone({ one, view, again: one, other: [view] }, { transfer: [one] });
    seen.push(one.byteLength, view.length, show(clone), clone.view.buffer === clone.one, clone.other[0] === clone.view);
    const two = make();
    seen.push(tried(() => structuredClone({ two, f() {} }, { transfer: [two] })), two.byteLength);
    seen.push(tried(() => structuredClone(two, { transfer: [two, two] })), two.byteLength);
    seen.push(tried(() => structuredClone(1, { transfer: [one] })));
    const three = make(); structuredClone('unused', { transfer: [three] }); seen.push(three.byteLength);
    return seen;`,
  );
});

test('blobs and files are cloned', async () => {
  const values = await guest.run(`
    const blob = structuredClone([new Blob(['ab'], { type: 'a/b' }), new File(['c'], 'n.txt', { lastModified: 5 })]);
    return [await blob[0].text(), blob[0].type, blob[0] instanceof File, await blob[1].text(), blob[1].name, blob[1].lastModified];`);
  expect(values).toEqual(['ab', 'a/b', false, 'c', 'n.txt', 5]);
});
