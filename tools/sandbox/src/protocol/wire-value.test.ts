import { assert, jsonValue, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { decodeValue, encodeValue, fromBase64, toBase64, UnsendableError } from './wire-value.ts';

const travelled = (value: unknown) => decodeValue(JSON.parse(JSON.stringify(encodeValue(value))));

test('encodeValue() and decodeValue() give back what JSON lacks', () => {
  const values = [
    undefined,
    NaN,
    -Infinity,
    -0,
    5n,
    new Date(7),
    new Date(NaN),
    new Set([1]),
    [[]],
  ];
  expect(travelled(values)).toEqual(values);
  expect(travelled(new Map([[{ a: 1 }, new Uint8Array([1, 255])]]))).toEqual(
    new Map([[{ a: 1 }, new Uint8Array([1, 255])]]),
  );
});

test('encodeValue() tells objects from its own marks, and keeps __proto__ as a key', () => {
  const value = JSON.parse('{"$date":1,"a":{"$bytes":"x"},"__proto__":{"b":1}}');
  const back = travelled({ ...value, only: { $undefined: 1 } });
  expect(JSON.stringify(back)).toBe(JSON.stringify({ ...value, only: { $undefined: 1 } }));
  expect(Object.getPrototypeOf(travelled(JSON.parse('{"__proto__":{"b":1}}')))).toBe(
    Object.prototype,
  );
});

test('encodeValue() keeps of an error its name, message and code', () => {
  const error = Object.assign(new RangeError('too far'), { code: 'far' });
  expect(travelled({ error })).toMatchObject({
    error: { name: 'RangeError', message: 'too far', code: 'far' },
  });
});

test.each([
  ['a function', { a: [() => 1] }, 'the value.a[0]'],
  ['a symbol', Symbol('a'), 'the value'],
  ['a promise', Promise.resolve(), 'the value'],
])('encodeValue() refuses %s, and says where', (_, value, where) => {
  expect(() => encodeValue(value)).toThrow(UnsendableError);
  expect(() => encodeValue(value)).toThrow(`at ${where}.`);
});

test('encodeValue() refuses cycles and what is nested too deep', () => {
  const cycle: unknown[] = [];
  cycle.push({ next: cycle });
  expect(() => encodeValue(cycle)).toThrow('contains itself, at the value[0].next');
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(() => encodeValue(deep)).toThrow('nested too deep');
});

test.each([
  '{"$bytes":"a"}',
  '{"$bytes":"====="}',
  '{"$bytes":"aé=="}',
  '{"$bigint":"1e5"}',
  '{"$map":5}',
  '{"$other":1}',
  '{"$object":1}',
])('decodeValue() refuses %s', (json) => {
  expect(() => decodeValue(JSON.parse(json))).toThrow(UnsendableError);
});

test('decodeValue() refuses what is nested too deep', () => {
  expect(() => decodeValue(JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`))).toThrow(
    'too deep',
  );
});

test('any value comes back, and base64 is that of others', () => {
  assert(
    property(jsonValue(), uint8Array({ maxLength: 40 }), (value, bytes) => {
      expect(travelled(value)).toEqual(value);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});
