import { parseValue } from '@orchestra/core';
import buildSerializer from 'fast-json-stringify';
import * as Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../test/start-api.ts';

const AnswerSchema = Type.Object({
  content: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({ schema: Type.Object({}, { additionalProperties: true }) }),
    ),
  ),
});

const OperationSchema = Type.Object({
  operationId: Type.String(),
  summary: Type.String(),
  responses: Type.Record(Type.String(), AnswerSchema),
  parameters: Type.Optional(Type.Array(Type.Object({ in: Type.String(), name: Type.String() }))),
  security: Type.Optional(Type.Array(Type.Unknown())),
});

const DocumentSchema = Type.Object({
  openapi: Type.Literal('3.1.0'),
  info: Type.Object({ title: Type.String(), version: Type.String() }),
  paths: Type.Record(Type.String(), Type.Record(Type.String(), OperationSchema)),
});

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

test('/openapi.json describes every route, and no other', async () => {
  const documented = (await operations()).map(({ method, path }) => `${method} ${path}`);
  const routes = routesOf(api.server.printRoutes())
    .filter((route) => !route.startsWith('HEAD ') && route.includes('/api/v1/'))
    .map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
  expect(documented.sort()).toEqual(routes.sort());
  expect(documented).toContain('POST /api/v1/extensions/{name}/versions');
});

test('every operation has a name of its own, and says how it fails', async () => {
  const all = await operations();
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  for (const { responses } of all) {
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['4XX', '5XX']));
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
  }
});

test('the answers of every operation can be written as their schemas say', async () => {
  const schemas = (await operations()).flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ content = {} }) =>
      Object.values(content).map(({ schema }) => schema),
    ),
  );
  expect(schemas.length).toBeGreaterThan(50);
  for (const schema of schemas) expect(() => buildSerializer(schema)).not.toThrow();
});

test('every parameter of a path is described', async () => {
  for (const { path, parameters = [] } of await operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const described = parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => name);
    expect(described.sort()).toEqual(named.sort());
  }
});

test('every write, and what tells of an account, asks for a token', async () => {
  for (const { method, path, security } of await operations()) {
    const isOwn = /\/(?:me|code-review)$|\/admin\//.test(path);
    const isOpen = method === 'GET' && !isOwn;
    const isOptional = /\/(?:un)?install$/.test(path);
    const asked = isOptional ? [{ token: [] }, {}] : [{ token: [] }];
    expect({ path, security }).toEqual({ path, security: isOpen ? undefined : asked });
  }
});

async function operations() {
  const { body } = await api.send('//openapi.json');
  const parsed = parseValue(DocumentSchema, body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return Object.entries(parsed.value.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      ...operation,
    })),
  );
}

/** Reads `├── extensions (GET, POST)` and what is indented below it, four columns a level. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^(.*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (found === null) return [];
    const [, indent = '', piece = '', methods = ''] = found;
    const depth = Math.floor(indent.length / 4);
    above.splice(depth, above.length, piece.startsWith('(') ? '' : piece);
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${above.join('')}`);
  });
}
