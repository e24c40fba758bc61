import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { addReview, findOwnReview, removeReview } from './own-reviews.ts';
import { removeReviewReply, setReviewReply } from './review-replies.ts';

let database: TestDatabase;
let of: { extensionId: number; userId: number };
let owners: number[];
let reviewId: number;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const made = await makeReviewers(database, { name: 'tide', accounts: 3 });
  const [userId = 0, ...others] = made.userIds;
  owners = others;
  of = { extensionId: made.extensionId, userId };
  await addReview(database, { ...of, rating: 2, title: null, body: null, version: '1.0.0' });
  reviewId = (await findOwnReview(database, of))?.id ?? 0;
});

const reply = (owner: number, body: string) =>
  setReviewReply(database, { reviewId, userId: owners[owner] ?? 0, body });
const shown = async () => (await findOwnReview(database, of))?.reply;

test('setReviewReply() answers in place of what was answered before, whoever did', async () => {
  expect(await shown()).toBeNull();
  await reply(0, 'Thanks');
  expect(await shown()).toEqual({ login: 'tide-2', body: 'Thanks', at: expect.any(String) });
  await reply(1, 'Mended');
  expect(await shown()).toMatchObject({ login: 'tide-3', body: 'Mended' });
});

test('setReviewReply() of the same again changes nothing, not even when it was', async () => {
  await reply(0, 'Thanks');
  await database.query(`update review_replies set replied_at = '2026-03-01T00:00:00Z'`);
  await reply(0, 'Thanks');
  expect(await shown()).toMatchObject({ at: '2026-03-01T00:00:00.000Z' });
  await reply(1, 'Thanks');
  expect(await shown()).not.toMatchObject({ at: '2026-03-01T00:00:00.000Z' });
});

test('removeReviewReply() removes the answer, if there is one; a review that goes takes it along', async () => {
  await removeReviewReply(database, reviewId);
  await reply(0, 'Thanks');
  await removeReviewReply(database, reviewId);
  expect(await shown()).toBeNull();
  await reply(0, 'Thanks');
  await removeReview(database, of);
  expect(await database.query('select from review_replies')).toEqual([]);
});
