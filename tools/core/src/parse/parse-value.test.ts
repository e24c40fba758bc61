import { Ajv } from 'ajv';
import * as Type from 'typebox';
import { expect, test } from 'vitest';
import * as core from '../index.ts';
import { parseJson } from './parse-json.ts';
import { parseValue } from './parse-value.ts';

const schema = Type.Object({ name: Type.String(), 'a/b': Type.Optional(Type.Integer()) });

test('parseValue() gives the value back, or every way in which it does not fit', () => {
  const value = { name: 'tide', more: 1 };
  expect(parseValue(schema, value)).toEqual({ ok: true, value });
  const wrong = parseValue(schema, { name: 1, 'a/b': 'x'.repeat(100) });
  expect(wrong).toEqual({
    ok: false,
    errors: [
      expect.objectContaining({ path: '/name', message: 'must be string', found: '1' }),
      expect.objectContaining({ path: '/a~1b', found: `"${'x'.repeat(56)}…` }),
    ],
  });
});

test.each([
  [[1, 2], 'an array of 2'],
  [{ a: 1 }, 'an object'],
  [null, 'null'],
  [undefined, 'nothing'],
])('parseValue() says what it found: %j is %s', (name, found) => {
  const parsed = parseValue(Type.Object({ name: Type.Optional(Type.String()) }), { name });
  if (parsed.ok) expect(name).toBeUndefined();
  else expect(parsed.errors[0]?.found).toBe(found);
});

test('parseJson() gives one line with every reason', () => {
  expect(parseJson(schema, '{"name":"tide"}')).toEqual({ ok: true, value: { name: 'tide' } });
  expect(parseJson(schema, '{"a/b":"x"}')).toEqual({
    ok: false,
    reason: "it must have required property 'name'; /a~1b must be integer",
  });
  expect(parseJson(schema, '[')).toMatchObject({ ok: false });
});

test('every schema of core is a JSON Schema', () => {
  const schemas = Object.entries(core).flatMap(([name, value]) =>
    name.endsWith('Schema') && typeof value === 'object' ? [{ name, value }] : [],
  );
  expect(schemas.length).toBeGreaterThan(20);
  const ajv = new Ajv({ allErrors: true });
  const wrong = schemas.filter(({ value }) => ajv.validateSchema(value) !== true);
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
