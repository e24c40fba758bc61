import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';

const schema = Type.Object({
  page: Type.Integer({ minimum: 1, default: 1 }),
  all: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String()),
});

test.each<[object, object]>([
  [{}, { page: 1 }],
  [{ page: '5' }, { page: 5 }],
  [
    { page: '2', all: 'true', q: '7' },
    { page: 2, all: true, q: '7' },
  ],
])('parseQuery() reads %j', (query, value) => {
  expect(parseQuery(schema, query)).toEqual({ ok: true, value });
});

test.each<[object, string]>([
  [{ page: '4.5' }, '/page'],
  [{ page: '' }, '/page'],
  [{ page: 'x' }, '/page'],
  [{ page: '0' }, '/page'],
  [{ page: ['1', '2'] }, '/page'],
  [{ all: 'perhaps' }, '/all'],
])('parseQuery() refuses %j, and leaves it as it is', (query, path) => {
  const before = structuredClone(query);
  expect(parseQuery(schema, query)).toMatchObject({ ok: false, errors: [{ path }] });
  expect(query).toEqual(before);
});
