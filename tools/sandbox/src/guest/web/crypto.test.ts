import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('random values are given for all arrays of integers, and for no others', async () => {
  await compareWithNode(
    guest,
    `const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, BigInt64Array, BigUint64Array];
    const whole = new Uint8Array(64); const part = whole.subarray(16, 48); crypto.getRandomValues(part);
    return [kinds.map((Kind) => { const array = new Kind(32); return [crypto.getRandomValues(array) === array, array.some((item) => item != 0)]; }),
      whole.subarray(0, 16).some(Boolean), part.some(Boolean), whole.subarray(48).some(Boolean),
      tried(() => crypto.getRandomValues(new Float32Array(2))), tried(() => crypto.getRandomValues(new DataView(new ArrayBuffer(2)))), tried(() => crypto.getRandomValues(new Uint8Array(65_537))), crypto.getRandomValues(new Uint8Array(65_536)).length, tried(() => crypto.getRandomValues()),
      /^[\\da-f]{8}-[\\da-f]{4}-4[\\da-f]{3}-[89ab][\\da-f]{3}-[\\da-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID() === crypto.randomUUID(), String(crypto), String(crypto.subtle), tried(() => new Crypto())];`,
  );
});

test('digests are those of Node', async () => {
  await compareWithNode(
    guest,
    `const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16)).join();
    const data = new Uint8Array(1000).fill(7);
    return Promise.all(['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512', 'MD5', {}].flatMap((name) => [data, data.buffer, data.subarray(5, 9), 'text'].map((of) => settled(() => crypto.subtle.digest(name, of).then(hex)))));`,
  );
});

test('marks and measures are noted as in Node', async () => {
  await compareWithNode(
    guest,
    `const seen = [];
    performance.clearMarks(); performance.clearMeasures();
    const mark = performance.mark('a', { startTime: 10, detail: { x: 1 } }); performance.mark('b', { startTime: 30 });
    const shown = (entry) => [entry.name, entry.entryType, entry.startTime, entry.duration, entry.detail];
    seen.push(shown(mark), shown(performance.measure('m', 'a', 'b')), shown(performance.measure('n', { start: 5, duration: 7 })), shown(performance.measure('o', { start: 'a', end: 40, detail: 'd' })), shown(performance.measure('p', { end: 'b', duration: 4 })));
    seen.push(performance.getEntriesByType('measure').map((entry) => entry.name), performance.getEntriesByName('a').length, performance.getEntriesByName('a', 'measure').length, tried(() => performance.measure('q', 'none')), tried(() => performance.mark('r', { startTime: -1 })));
    performance.clearMarks('a'); seen.push(performance.getEntriesByType('mark').map((entry) => entry.name)); performance.clearMarks(); performance.clearMeasures(); seen.push(performance.getEntriesByType('mark').length);
    const now = performance.now(); await new Promise((done) => setTimeout(done, 5));
    seen.push(performance.now() > now, Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000, String(performance));
    return seen;`,
  );
});

test('the navigator says who runs the code', async () => {
  const values = await guest.run(
    'return [navigator.userAgent, typeof navigator.language, navigator.languages.length, String(navigator)]',
  );
  expect(values).toEqual(['Orchestra', 'string', 1, '[object Navigator]']);
});
