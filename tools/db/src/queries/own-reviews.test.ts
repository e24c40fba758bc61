import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { addInstall, endInstall } from './installs.ts';
import { mirrorRemovals } from './mirror-entries.ts';
import {
  addReview,
  changeReview,
  findOwnReview,
  findReviewEligibility,
  removeReview,
} from './own-reviews.ts';
import { hideReview, unhideReview } from './review-hidings.ts';
import { summarizeRatings } from './reviews.ts';
import { addLocalUser } from './users.ts';

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

  const other = await makeReviewers(database, { name: 'cove', accounts: 0 });
  const elsewhere = { ...review, extensionId: other.extensionId };
  await addReview(database, elsewhere);
  expect(await findOwnReview(database, elsewhere)).toMatchObject({ hidden: false });

  await unhideReview(database, { extensionId: id, id: again?.id ?? 0 });
  const shown = { hidden: false, hiddenReason: null };
  expect(await findOwnReview(database, review)).toMatchObject(shown);
  await removeReview(database, review);
  await addReview(database, review);
  expect(await findOwnReview(database, review)).toMatchObject(shown);
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

test('hideReview() and unhideReview() know no review of another extension, nor one that is gone', async () => {
  const other = await makeReviewers(database, { name: 'atoll', accounts: 0 });
  const of = { extensionId: other.extensionId, userId: userIds[0] ?? 0 };
  await addReview(database, { ...written(0, 4), ...of });
  const id = (await findOwnReview(database, of))?.id ?? 0;
  const hiding = { reason: null, adminId: userIds[1] ?? 0 };
  expect(await hideReview(database, { extensionId, id, ...hiding })).toBe(false);
  expect(await unhideReview(database, { extensionId, id })).toBe(false);
  expect(await findOwnReview(database, of)).toMatchObject({ hidden: false });
  await removeReview(database, of);
  expect(await changeReview(database, { ...written(0, 4), ...of })).toBe(false);
  const gone = { extensionId: other.extensionId, id };
  expect(await hideReview(database, { ...gone, ...hiding })).toBe(false);
  expect(await unhideReview(database, gone)).toBe(false);
});

test('findReviewStanding() tells owners, and the version that an account had last', async () => {
  const { extensionId: id } = await makeReviewers(database, { name: 'lagoon', accounts: 0 });
  const { userId } = await addLocalUser(database, 'moon');
  const standingOf = (account: { provider: 'local' | 'github'; id: number; userId: number }) =>
    findReviewEligibility(database, { name: 'lagoon', account: { ...account, login: 'any' } });
  const owner = { extensionId: id, isOwner: true, installedVersion: null };
  const stranger = { ...owner, isOwner: false };
  expect(await standingOf({ provider: 'local', id: 1, userId })).toEqual(owner);
  expect(await standingOf({ provider: 'github', id: 1, userId })).toEqual(stranger);
  const account = { provider: 'local', id: 2, userId } as const;
  await addInstall(database, { extensionId: id, userId, version: '1.0.0' });
  await addInstall(database, { extensionId: id, userId, version: '1.1.0' });
  await endInstall(database, { extensionId: id, userId });
  expect(await standingOf(account)).toEqual({ ...stranger, installedVersion: '1.1.0' });
  await database.query(
    `update extension_installs set installed_at = installed_at - interval '2 days',
       uninstalled_at = uninstalled_at - interval '2 days'
     where user_id = $1`,
    [userId],
  );
  await addInstall(database, { extensionId: id, userId, version: '1.2.0' });
  expect(await standingOf(account)).toEqual({ ...stranger, installedVersion: '1.2.0' });
  await mirrorRemovals(database, ['lagoon']);
  expect(await standingOf(account)).toBeNull();
});
