import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewId, type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
const tokens: string[] = [];
beforeAll(async () => {
  api = await startReviews();
  for (const [nth, rating] of [3, 5, 1, 5, 4].entries()) {
    const token = await api.join(`reviewer-${nth}`);
    tokens.push(token);
    await api.ask({ method: 'POST', token, body: { rating, title: `Review ${nth}` } });
  }
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

/** Which reviews an answer lists, by the number of who wrote them. */
const writers = (text: string) => (text.match(/"title":"Review \d/g) ?? []).map((at) => at.at(-1));

test.each([
  ['', '43210'],
  ['?sort=recent', '43210'],
  ['?sort=rating', '31402'],
  ['?sort=critical', '20431'],
])('reviews are listed in the order of %o', async (query, expected) => {
  const answer = await api.ask({ path: query });
  expect(answer.status).toBe(200);
  expect(writers(answer.text).join('')).toBe(expected);
});

test('pages hold each review once, and tell how many there are', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => api.ask({ path: `?sort=rating&per_page=2&page=${page}` })),
  );
  expect(pages.map(({ text }) => writers(text).join(''))).toEqual(['31', '40', '2', '']);
  for (const [nth, { body }] of pages.entries()) {
    const meta = { total: 5, page: nth + 1, per_page: 2, last_page: 3 };
    const histogram = { 1: 1, 2: 0, 3: 1, 4: 1, 5: 2 };
    expect(body).toMatchObject({ meta, summary: { average: 3.6, count: 5, histogram } });
  }
});

test.each(['page=0', 'page=x', 'page=1.5', 'page=1&page=2', 'per_page=0', 'per_page=10000'])(
  '?%s answers 400',
  async (query) => {
    const answer = await api.ask({ path: `?${query}` });
    expect(answer).toMatchObject({ status: 400, body: { code: 'usage' } });
  },
);

test('an unknown order answers 400, and says which there are', async () => {
  const answer = await api.ask({ path: '?sort=best' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'usage' } });
  for (const sort of ['recent', 'rating', 'critical']) expect(answer.text).toContain(sort);
});

test('a token that does not work is refused, not taken for none', async () => {
  const answer = await api.ask({ token: 'orc_x' });
  expect(answer).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
});

test('an extension that nobody reviewed has no average', async () => {
  const { body } = await api.send('/extensions/moon-table/reviews');
  const summary = { average: null, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } };
  const meta = { total: 0, page: 1, per_page: 20, last_page: 1 };
  expect(body).toEqual({ data: [], meta, summary, own: null });
});

test.each([
  ['moon-table', 200, 404],
  ['tide-table', 200, 200],
])('a review is shown below its own extension alone: %s', async (name, list, one) => {
  const id = reviewId(
    await api.ask({ method: 'PUT', token: tokens[0] ?? '', body: { rating: 3 } }),
  );
  expect((await api.send(`/extensions/${name}/reviews`)).status).toBe(list);
  expect((await api.send(`/extensions/${name}/reviews/${id}`)).status).toBe(one);
});

test.each([
  ['0', 400],
  ['-1', 400],
  ['x', 400],
  ['1.5', 400],
  ['99999999999999999999', 400],
  ['9007199254740991', 404],
])('review %s answers %i', async (id, status) => {
  expect((await api.ask({ path: `/${id}` })).status).toBe(status);
});
