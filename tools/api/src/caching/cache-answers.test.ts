import { parseValue } from '@orchestra/core';
import * as Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../test/start-reviews.ts';
import { makePackage } from '../../test/make-package.ts';

let api: ReviewsApi;
beforeAll(async () => {
  api = await startReviews();
  await api.publish((await makePackage()).bytes);
});
afterAll(() => api[Symbol.asyncDispose]());

const list = 'public, max-age=30, stale-while-revalidate=300';
const reads = [
  ['/extensions', list],
  ['/extensions?q=tide', list],
  ['/extensions/featured', list],
  ['/extensions/categories', list],
  ['/extensions/tide-table', 'public, no-cache'],
  ['/extensions/tide-table/versions', 'public, no-cache'],
  ['/extensions/tide-table/versions/1.0.0', 'public, no-cache'],
  ['/extensions/tide-table/stats', list],
  ['/extensions/tide-table/reviews', list],
  ['//openapi.json', list],
] as const;

test.each(reads)(
  'GET %s may be kept, and is not sent again while it is the same',
  async (path, kept) => {
    const first = await api.send(path);
    expect(first.headers.get('cache-control')).toBe(kept);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.send(path, { headers: { 'if-none-match': asked } });
      expect(again).toMatchObject({ status: 304, text: '' });
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('cache-control')).toBe(kept);
    }
    const other = await api.send(path, { headers: { 'if-none-match': '"other"' } });
    expect(other).toMatchObject({ status: 200, text: first.text });
    const head = await api.send(path, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(etag);
  },
);

test('every read is either kept with a tag, or by nobody', async () => {
  const { body } = await api.send('//openapi.json');
  const described = parseValue(
    Type.Object({
      paths: Type.Record(
        Type.String(),
        Type.Record(Type.String(), Type.Object({ security: Type.Optional(Type.Unknown()) })),
      ),
    }),
    body,
  );
  if (!described.ok) throw new Error('no description');
  const publicReads = Object.entries(described.value.paths)
    .filter(([, methods]) => methods['get'] !== undefined && methods['get'].security === undefined)
    .map(([path]) =>
      path.replace('/api/v1', '').replace('{name}', 'tide-table').replace('{version}', '1.0.0'),
    );
  const known = new Set<string | undefined>(reads.map(([path]) => path.split('?')[0]));
  expect(publicReads.filter((path) => !path.includes('{id}') && !known.has(path))).toEqual([]);
  expect((await api.send('/me', { token: api.tokens.tide })).headers.get('cache-control')).toBe(
    'no-store',
  );
});

test('what depends on an account is kept by nobody', async () => {
  const path = '/extensions/tide-table/reviews';
  const anonymous = await api.send(path);
  expect(anonymous.headers.get('vary')).toBe('authorization, cookie');
  const headers = { 'if-none-match': anonymous.headers.get('etag') ?? '' };
  const own = await api.send(path, { token: api.tokens.moon, headers });
  expect(own.status).toBe(200);
  expect(own.headers.get('cache-control')).toBe('no-store');
  expect(own.headers.get('etag')).toBeNull();
  expect(own.headers.get('vary')).toBe('authorization, cookie');
});

test('a problem is never taken for something unchanged', async () => {
  const headers = { 'if-none-match': '*' };
  expect((await api.send('/extensions/none-of-that-name', { headers })).status).toBe(404);
  expect((await api.send('/extensions?page=0', { headers })).status).toBe(400);
});
