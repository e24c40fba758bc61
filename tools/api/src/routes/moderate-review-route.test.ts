import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reviewId, type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
let author: string;
let reader: string;
let admin: string;
let path: string;
beforeAll(async () => {
  api = await startReviews();
  author = await api.join('reef');
  reader = await api.join('reader');
  admin = await api.join('warden', { admin: true });
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await api.database.query('delete from extension_reviews');
  await api.database.query('delete from review_hidings');
  const body = { rating: 1, body: 'Buy my boat.' };
  path = `/${reviewId(await api.ask({ method: 'POST', token: author, body }))}`;
});

const report = (reason: string, token = reader) =>
  api.ask({ method: 'POST', path: `${path}/report`, token, body: { reason } });
const moderate = (body: object, token = admin) => api.ask({ method: 'PUT', path, token, body });
const reports = async () => (await api.send('/admin/reports', { token: admin })).body;

test('a report reaches the admins, once an account, until one of them decides', async () => {
  expect(await report('Advertising')).toMatchObject({ status: 204, text: '' });
  expect((await report('Advertising')).status).toBe(204);
  expect((await report('Spam')).status).toBe(204);
  expect(await reports()).toMatchObject({
    data: [
      {
        extension: 'tide-table',
        review: { body: 'Buy my boat.', author: { login: 'reef' } },
        reporter: { login: 'reader' },
        reason: 'Spam',
      },
    ],
    meta: { total: 1, page: 1, per_page: 20, last_page: 1 },
  });
  expect((await moderate({ hidden: false })).status).toBe(200);
  expect(await reports()).toMatchObject({ data: [], meta: { total: 0 } });
  await report('Spam');
  expect(await reports()).toMatchObject({ data: [] });
  await report('It was changed since');
  expect(await reports()).toMatchObject({ data: [{ reason: 'It was changed since' }] });
});

test('a hidden review counts no more, and is shown to its author and to admins', async () => {
  await report('Spam');
  const hidden = await moderate({ hidden: true, reason: 'Advertising' });
  const seen = { hidden: true, hiddenReason: 'Advertising', body: 'Buy my boat.' };
  expect(hidden).toMatchObject({ status: 200, body: seen });
  expect(await reports()).toMatchObject({ data: [] });
  for (const token of [undefined, reader]) {
    const asked = token === undefined ? {} : { token };
    const { body } = await api.ask(asked);
    expect(body).toMatchObject({ data: [], meta: { total: 0 }, summary: { count: 0 } });
    expect((await api.ask({ path, ...asked })).status).toBe(404);
  }
  for (const token of [author, admin]) {
    const { body } = await api.ask({ token });
    expect(body).toMatchObject({ data: [seen], meta: { total: 1 }, summary: { count: 0 } });
    expect(await api.ask({ path, token })).toMatchObject({ status: 200, body: seen });
  }
  expect((await api.ask({ token: author })).body).toMatchObject({ own: seen });

  expect(await moderate({ hidden: false })).toMatchObject({
    body: { hidden: false, hiddenReason: null },
  });
  expect((await api.ask({})).body).toMatchObject({ meta: { total: 1 }, summary: { count: 1 } });
});

test('its author can not bring a hidden review back by changing it, or by writing it anew', async () => {
  await moderate({ hidden: true });
  const changed = await api.ask({ method: 'PUT', token: author, body: { rating: 5 } });
  expect(changed).toMatchObject({ status: 200, body: { rating: 5, hidden: true } });
  expect((await api.ask({ method: 'DELETE', token: author })).status).toBe(204);
  const again = await api.ask({ method: 'POST', token: author, body: { rating: 5 } });
  expect(again).toMatchObject({ status: 201, body: { hidden: true } });
  expect((await api.ask({})).body).toMatchObject({ data: [], summary: { count: 0 } });
});

test('a hidden review is neither answered nor reported', async () => {
  await moderate({ hidden: true });
  const owner = await api.join('tide');
  const body = { body: 'Thanks' };
  const reply = await api.ask({ method: 'POST', path: `${path}/reply`, token: owner, body });
  expect(reply).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
  expect(await report('Spam')).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
});

test('only an admin moderates, with a token for that', async () => {
  const own = await api.accounts.issueToken('warden', { scopes: ['review'] });
  const pretended = await api.accounts.issueToken('reader', { scopes: ['review', 'admin'] });
  for (const [token, code] of [
    [own, 'scope-missing'],
    [pretended, 'not-an-admin'],
    [author, 'scope-missing'],
  ] as const) {
    expect(await moderate({ hidden: true }, token)).toMatchObject({ status: 403, body: { code } });
    expect(await api.send('/admin/reports', { token })).toMatchObject({
      status: 403,
      body: { code },
    });
  }
  expect((await api.send('/admin/reports')).status).toBe(401);
  await moderate({ hidden: true });
  expect((await api.ask({ token: own })).body).toMatchObject({ data: [] });
  expect((await api.ask({ token: pretended })).body).toMatchObject({ data: [] });
});

test('nobody reports a review of their own, or without a token', async () => {
  const own = await report('Spam', author);
  expect(own).toMatchObject({ status: 403, body: { code: 'review-forbidden' } });
  const body = { reason: 'Spam' };
  const anyone = await api.ask({ method: 'POST', path: `${path}/report`, body });
  expect(anyone).toMatchObject({ status: 401, body: { code: 'token-missing' } });
});

test.each([
  ['', 400],
  ['  ', 400],
  ['x'.repeat(501), 400],
  ['a\u202Eb', 422],
])('a report for the reason %j is refused', async (reason, status) => {
  expect((await report(reason)).status).toBe(status);
  expect(await reports()).toMatchObject({ data: [] });
});

test.each<[object]>([[{}], [{ hidden: 'true' }], [{ hidden: true, rating: 5 }], [{ reason: 'x' }]])(
  'moderation with %j answers 400',
  async (body) => {
    expect((await moderate(body)).status).toBe(400);
  },
);

test('a review of another extension is not moderated here, nor one that is not there', async () => {
  const elsewhere = await api.send(`/extensions/moon-table/reviews${path}`, {
    method: 'PUT',
    token: admin,
    headers: { 'content-type': 'application/json' },
    body: '{"hidden":true}',
  });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
  const body = { hidden: true };
  const missing = await api.ask({ method: 'PUT', path: '/999999', token: admin, body });
  expect(missing).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
});
