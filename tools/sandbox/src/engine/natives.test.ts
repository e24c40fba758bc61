import { expect, test } from 'vitest';
import { makeNatives } from './natives.ts';

function startNatives() {
  const fired: number[] = [];
  const sent: string[] = [];
  const { natives, stop } = makeNatives({
    send: (line) => void sent.push(line),
    fire: (id) => void fired.push(id),
    finishWork: () => undefined,
  });
  return { natives, stop, fired, sent };
}

/** What no caller should give, in every place of an argument. */
const hostile: unknown[] = [
  undefined,
  null,
  true,
  NaN,
  Infinity,
  -1,
  1.5,
  2 ** 53,
  10n,
  '',
  'x'.repeat(3 * 1024 * 1024),
  Symbol('s'),
  [],
  {},
  () => 1,
  new Uint8Array(70 * 1024 * 1024),
  new ArrayBuffer(8),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('trapped');
      },
    },
  ),
];

test('natives bear whatever they are given', () => {
  const { natives, stop } = startNatives();
  for (const [name, native] of Object.entries(natives)) {
    for (const first of hostile) {
      for (const second of hostile) {
        let thrown: unknown;
        try {
          Reflect.apply(native, undefined, [first, second, first]);
        } catch (error) {
          thrown = error;
        }
        if (thrown === undefined) continue;
        const isClean = thrown instanceof TypeError || thrown instanceof RangeError;
        expect([name, isClean]).toEqual([name, true]);
        expect(String(Reflect.get(Object(thrown), 'stack'))).not.toMatch(/\n|\.ts/);
      }
    }
  }
  stop();
});

test('no more timers are open than may be, and none fires once they are stopped', async () => {
  const { natives, stop, fired } = startNatives();
  for (let id = 1; id <= 10_000; id += 1) natives.startTimer(id, 5);
  expect(() => natives.startTimer(10_001, 5)).toThrow('Too many timers are open.');
  natives.startTimer(7, 0); // again: no timer more
  natives.stopTimer(9_999);
  natives.stopTimer(9_999);
  await expect.poll(() => fired.length).toBe(9_999);
  natives.startTimer(1, 0);
  stop();
  natives.startTimer(2, 0);
  await expect.poll(() => fired.length).toBe(10_000);
  expect(fired.at(-1)).toBe(2);
  expect(fired).not.toContain(9_999);
});

test('texts are decoded part by part, each apart from others', () => {
  const { natives } = startNatives();
  const settings = { label: 'utf-8', fatal: true, ignoreBOM: false };
  const decode = (id: number, bytes: number[], more: boolean) =>
    natives.decodeText(new Uint8Array(bytes), { ...settings, id, more });
  expect(decode(1, [0xc3], true)).toBe('');
  expect(decode(2, [0xe2, 0x82], true)).toBe('');
  expect(decode(1, [0xa4], false)).toBe('ä');
  expect(decode(2, [0xac], true)).toBe('€');
  expect(decode(2, [0xff], true)).toBeNull();
  expect(decode(3, [0xe2], true)).toBe('');
  natives.dropDecoder(3);
  expect(decode(3, [0x41], false)).toBe('A');
});

test('no more texts are open than may be', () => {
  const { natives } = startNatives();
  const settings = { label: 'utf-8', fatal: false, ignoreBOM: false, more: true };
  for (let id = 1; id <= 10_000; id += 1) natives.decodeText(new Uint8Array(), { ...settings, id });
  expect(() => natives.decodeText(new Uint8Array(), { ...settings, id: 10_001 })).toThrow(
    RangeError,
  );
});

test('digests are those that everybody knows, and random bytes differ', () => {
  const { natives } = startNatives();
  const abc = new Uint8Array([97, 98, 99]);
  expect(toHex(natives.digest('SHA-1', abc))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  expect(natives.digest('MD5', abc)).toBeNull();
  expect(toHex(natives.randomBytes(16))).not.toBe(toHex(natives.randomBytes(16)));
  expect(natives.randomBytes(65_536)).toHaveLength(65_536);
});

function toHex(bytes: Uint8Array | null): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
