import { sha256Hex } from '@orchestra/core/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
let token: string;
beforeAll(async () => {
  api = await startReviews();
  token = await api.join('reef');
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await api.database.query('delete from extension_reviews');
  await api.database.query('delete from idempotency_keys');
});

const body = { rating: 4, title: 'Good', body: 'Very.' };
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });
const kept = () => api.database.query('select key from idempotency_keys order by key');

test('the same request with the same key is carried out once, and answered the same', async () => {
  const asked = { method: 'POST', token, body, ...keyed('"8e03978e-40d5"') };
  const first = await api.ask(asked);
  expect(first.status).toBe(201);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  const again = await api.ask(asked);
  expect(again).toMatchObject({ status: 201, text: first.text });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
});

test('a replay answers what was true then, and undoes nothing that came later', async () => {
  const asked = { method: 'POST', token, body, ...keyed('post') };
  const first = await api.ask(asked);
  const removed = { method: 'DELETE', token, ...keyed('delete') };
  expect((await api.ask(removed)).status).toBe(204);
  expect(await api.ask(asked)).toMatchObject({ status: 201, text: first.text });
  const replayed = await api.ask(removed);
  expect(replayed).toMatchObject({ status: 204, text: '' });
  expect(replayed.headers.get('idempotency-replayed')).toBe('true');
  expect((await api.ask({})).body).toMatchObject({ data: [] });
});

test.each([
  ['another body', { method: 'POST', body: { ...body, rating: 5 } }],
  ['another method', { method: 'PUT', body }],
  ['no body', { method: 'DELETE' }],
])('the same key with %s is refused', async (_what, other) => {
  await api.ask({ method: 'POST', token, body, ...keyed('one') });
  const answer = await api.ask({ token, ...other, ...keyed('one') });
  expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
  expect((await api.ask({})).body).toMatchObject({ data: [{ rating: 4 }] });
});

test('the same key with the same body for another extension is refused', async () => {
  await api.ask({ method: 'POST', token, body, ...keyed('one') });
  const answer = await api.send('/extensions/moon-table/reviews', {
    method: 'POST',
    token,
    headers: { 'content-type': 'application/json', ...keyed('one').headers },
    body: JSON.stringify(body),
  });
  expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
});

test('keys of two accounts have nothing to do with each other', async () => {
  const other = await api.join('moon');
  const asked = { method: 'POST', body, ...keyed('one') };
  expect((await api.ask({ ...asked, token })).status).toBe(201);
  const answer = await api.ask({ ...asked, token: other });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('idempotency-replayed')).toBeNull();
});

test('a refusal is not kept: the same request is carried out once it may be', async () => {
  const early = await api.join('early', { installed: false });
  const asked = { method: 'POST', token: early, body, ...keyed('one') };
  expect((await api.ask(asked)).status).toBe(403);
  expect(await kept()).toEqual([]);
  await api.join('early');
  const answer = await api.ask(asked);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('idempotency-replayed')).toBeNull();
});

test.each(['', 'two words', 'x'.repeat(256), 'schlüssel'])('%j is no key', async (key) => {
  const answer = await api.ask({ method: 'POST', token, body, ...keyed(key) });
  expect(answer).toMatchObject({ status: 400, body: { code: 'usage' } });
  expect((await api.ask({})).body).toMatchObject({ data: [] });
});

test('the longest key is one', async () => {
  const key = '~'.repeat(255);
  expect((await api.ask({ method: 'POST', token, body, ...keyed(key) })).status).toBe(201);
});

test('a key is free again after a day, and those of others are forgotten', async () => {
  const other = await api.join('moon');
  await api.ask({ method: 'POST', token, body, ...keyed('one') });
  await api.ask({ method: 'POST', token: other, body, ...keyed('two') });
  await api.database.query(`update idempotency_keys set created_at = now() - interval '25 hours'`);
  expect((await api.ask({ method: 'DELETE', token, ...keyed('one') })).status).toBe(204);
  expect(await kept()).toEqual([{ key: sha256Hex('one') }]);
});

test('of many at once with one key, one is carried out and all are answered the same', async () => {
  const asked = { method: 'POST', token, body, ...keyed('one') };
  const answers = await Promise.all(Array.from({ length: 12 }, () => api.ask(asked)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  const first = answers.filter(({ headers }) => headers.get('idempotency-replayed') === null);
  expect(first).toHaveLength(1);
  expect(first[0]?.status).toBe(201);
});
