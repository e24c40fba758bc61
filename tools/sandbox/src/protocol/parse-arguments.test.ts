import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { argumentParser } from './parse-arguments.ts';

test('arguments at the end may be missing where they are optional, and others not', () => {
  const parse = argumentParser([Type.String(), Type.Optional(Type.Integer())]);
  expect(parse(['a'])).toEqual({ ok: true, value: ['a'] });
  expect(parse(['a', undefined])).toEqual({ ok: true, value: ['a'] });
  expect(parse(['a', 1])).toEqual({ ok: true, value: ['a', 1] });
  expect(parse([])).toMatchObject({ ok: false, errors: [{ path: '/0' }] });
  expect(parse(['a', 'b'])).toMatchObject({ ok: false, errors: [{ path: '/1' }] });
  expect(argumentParser([])([])).toEqual({ ok: true, value: [] });
  expect(argumentParser([Type.Optional(Type.String())])([])).toEqual({ ok: true, value: [] });
});
