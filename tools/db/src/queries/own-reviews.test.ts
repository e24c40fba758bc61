import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { addReview, changeReview, findOwnReview, removeReview } from './own-reviews.ts';
import { hideReview, unhideReview } from './review-hidings.ts';
import { summarizeRatings } from './reviews.ts';

let database: TestDatabase;
let extensionId: number;
let userIds: number[];
beforeAll(async () => {
  database = await makeDatabase();
  ({ extensionId, userIds } = await makeReviewers(database, { name: 'tide', accounts: 4 }));
});
afterAll(() => database[Symbol.asyncDispose]());

/** What the extension's row has, next to what its reviews come to. */
async function counted() {
  const [row] = await database.query<{ count: number; average: number | null }>(
    'select rating_count as count, rating_average as average from extensions where id = $1',
    [extensionId],
  );
  const { count, average } = await summarizeRatings(database, extensionId);
  expect(row).toEqual({ count, average });
  return row;
}

const written = (nth: number, rating: number) => ({
  extensionId,
  userId: userIds[nth] ?? 0,
  rating,
  title: null,
  body: null,
  version: '1.0.0',
});
const rowOf = async (nth: number) => {
  const found = await findOwnReview(database, { extensionId, userId: userIds[nth] ?? 0 });
  return { extensionId, id: found?.id ?? 0 };
};

test('the ratings of an extension follow whatever happens to its reviews', async () => {
  expect(await counted()).toEqual({ count: 0, average: null });
  for (const [nth, rating] of [5, 4, 3, 1].entries()) {
    expect(await addReview(database, written(nth, rating))).toBe(true);
  }
  expect(await counted()).toEqual({ count: 4, average: 13 / 4 });
  expect(await addReview(database, written(0, 1))).toBe(false);
  expect(await counted()).toEqual({ count: 4, average: 13 / 4 });

  expect(await changeReview(database, written(3, 2))).toBe(true);
  expect(await changeReview(database, written(3, 2))).toBe(true);
  expect(await counted()).toEqual({ count: 4, average: 14 / 4 });

  const hidden = await rowOf(0);
  const hiding = { ...hidden, reason: 'Spam', adminId: userIds[3] ?? 0 };
  expect(await hideReview(database, hiding)).toBe(true);
  expect(await hideReview(database, hiding)).toBe(true);
  expect(await counted()).toEqual({ count: 3, average: 9 / 3 });
  await changeReview(database, written(0, 1));
  expect(await counted()).toEqual({ count: 3, average: 9 / 3 });
  expect(await unhideReview(database, hidden)).toBe(true);
  expect(await counted()).toEqual({ count: 4, average: 10 / 4 });

  expect(await removeReview(database, written(1, 0))).toBe(true);
  expect(await removeReview(database, written(1, 0))).toBe(false);
  expect(await counted()).toEqual({ count: 3, average: 6 / 3 });
  await database.query('delete from users where id = $1', [userIds[2]]);
  expect(await counted()).toEqual({ count: 2, average: 3 / 2 });
  expect(await summarizeRatings(database, extensionId)).toMatchObject({
    histogram: { 1: 1, 2: 1, 3: 0, 4: 0, 5: 0 },
  });
});

test('a review that was hidden is hidden again once its author removes it and writes anew', async () => {
  const { extensionId: id } = await makeReviewers(database, { name: 'reef', accounts: 0 });
  const review = { ...written(0, 5), extensionId: id };
  await addReview(database, review);
  const first = await findOwnReview(database, review);
  const { userId } = review;
  const hiding = { extensionId: id, id: first?.id ?? 0, reason: 'Spam', adminId: userId };
  await hideReview(database, hiding);
  await removeReview(database, review);
  await addReview(database, review);
  const again = await findOwnReview(database, review);
  expect(again).toMatchObject({ hidden: true, hiddenReason: 'Spam' });
  expect(await summarizeRatings(database, id)).toMatchObject({ count: 0, average: null });

  await unhideReview(database, { extensionId: id, id: again?.id ?? 0 });
  expect(await findOwnReview(database, review)).toMatchObject({
    hidden: false,
    hiddenReason: null,
  });
});

test('when a review was written changes with what it says, and with nothing else', async () => {
  const review = { ...written(3, 2), extensionId };
  const before = await findOwnReview(database, review);
  await changeReview(database, { ...review, version: '2.0.0' });
  const same = await findOwnReview(database, review);
  expect(same).toEqual({ ...before, version: '2.0.0' });
  await changeReview(database, { ...review, title: 'Better' });
  const changed = await findOwnReview(database, review);
  expect(Date.parse(changed?.updatedAt ?? '')).toBeGreaterThan(Date.parse(same?.updatedAt ?? ''));
});
