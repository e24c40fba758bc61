import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reviewId, type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
let owner: string;
let author: string;
let path: string;
beforeAll(async () => {
  api = await startReviews();
  await api.accounts.ensure('tide');
  // ownership is enough: the token needs no right to publish
  owner = await api.accounts.issueToken('tide', { scopes: ['review'] });
  author = await api.join('reef');
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await api.database.query('delete from extension_reviews');
  const body = { rating: 2, body: 'Late tides.' };
  path = `/${reviewId(await api.ask({ method: 'POST', token: author, body }))}/reply`;
});

const reply = (body: string, token = owner) =>
  api.ask({ method: 'POST', path, token, body: { body } });

test('an owner answers a review, answers otherwise, and takes it back', async () => {
  expect(await reply(' Mended in 1.1. ')).toMatchObject({
    status: 200,
    body: { rating: 2, reply: { login: 'tide', body: 'Mended in 1.1.' } },
  });
  expect(await reply('Mended in 1.2.')).toMatchObject({
    body: { reply: { body: 'Mended in 1.2.' } },
  });
  const { body } = await api.ask({});
  expect(body).toMatchObject({ data: [{ reply: { login: 'tide', body: 'Mended in 1.2.' } }] });
  expect((await api.ask({ method: 'DELETE', path, token: owner })).status).toBe(204);
  expect((await api.ask({ method: 'DELETE', path, token: owner })).status).toBe(204);
  expect((await api.ask({})).body).toMatchObject({ data: [{ reply: null }] });
});

test.each(['', ' \n '])('an empty answer removes the one before: %j', async (empty) => {
  await reply('Mended.');
  expect(await reply(empty)).toMatchObject({ status: 200, body: { reply: null } });
});

test('a reply stays when the review is changed, and goes with it', async () => {
  await reply('Mended.');
  const changed = await api.ask({ method: 'PUT', token: author, body: { rating: 5 } });
  expect(changed).toMatchObject({ body: { rating: 5, reply: { body: 'Mended.' } } });
  await api.ask({ method: 'DELETE', token: author });
  expect(await api.database.query('select from review_replies')).toEqual([]);
});

test('nobody else answers: no stranger, not the author, not without a token', async () => {
  const stranger = await api.join('stranger');
  for (const token of [stranger, author]) {
    const refused = { status: 403, body: { code: 'not-an-owner' } };
    expect(await reply('Mended.', token)).toMatchObject(refused);
    expect(await api.ask({ method: 'DELETE', path, token })).toMatchObject(refused);
  }
  const anyone = await api.ask({ method: 'POST', path, body: { body: 'Mended.' } });
  expect(anyone).toMatchObject({ status: 401, body: { code: 'token-missing' } });
});

test('a review of another extension is not answered here', async () => {
  const answer = await api.send(`/extensions/moon-table/reviews${path}`, {
    method: 'POST',
    token: owner,
    headers: { 'content-type': 'application/json' },
    body: '{"body":"Mended."}',
  });
  expect(answer).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
});

test.each<[unknown, number]>([
  [{}, 400],
  [{ body: null }, 400],
  [{ body: 5 }, 400],
  [{ body: 'x'.repeat(2001) }, 400],
  [{ body: 'a\u202Eb' }, 422],
  [{ body: 'a\0b' }, 422],
])('the answer %j is refused', async (body, status) => {
  expect((await api.ask({ method: 'POST', path, token: owner, body })).status).toBe(status);
});

test('an email in an answer is taken out', async () => {
  const answer = await reply('Write to canary-7f3a@tide.io');
  expect(answer).toMatchObject({ body: { reply: { body: 'Write to [email removed]' } } });
});
