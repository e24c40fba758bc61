import { makeEntry } from '@orchestra/testkit';
import { makeServerDatabase } from '@orchestra/testkit/database';
import { expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import type { Database } from '../database.ts';
import { connectDatabase } from '../open-database.ts';
import { addReview, changeReview, findOwnReview, removeReview } from './own-reviews.ts';
import { hideReview, unhideReview } from './review-hidings.ts';
import { mirrorEntries } from './mirror-entries.ts';

interface Writing {
  extensionId: number;
  userId: number;
  adminId: number;
}

/** What a writer does in one round; every writer meets every step at another time. */
const steps = [
  addReview,
  changeReview,
  async (database: Database, of: Writing) => {
    const found = await findOwnReview(database, of);
    if (found === null) return;
    await database.transaction((transaction) =>
      hideReview(transaction, { ...of, id: found.id, reason: null }),
    );
  },
  changeReview,
  removeReview,
  addReview,
  async (database: Database, of: Writing) => {
    const found = await findOwnReview(database, of);
    if (found === null) return;
    await database.transaction((transaction) => unhideReview(transaction, { ...of, id: found.id }));
  },
];

test('ratings add up after 50 writers at once, while the extension itself is mirrored again', async () => {
  await using made = await makeServerDatabase();
  const reviewers = await makeReviewers(made, { name: 'tide', accounts: 51 });
  const { extensionId, userIds } = reviewers;
  const adminId = userIds[50] ?? 0;
  await using database = await connectDatabase({ url: made.url, connections: 50 });

  const write = async (userId: number, nth: number) => {
    for (let round = 0; round < 14; round += 1) {
      const rating = 1 + ((nth + round) % 5);
      const of = {
        extensionId,
        userId,
        adminId,
        rating,
        title: null,
        body: null,
        version: '1.0.0',
      };
      await steps[(nth + round) % steps.length]?.(database, of);
    }
  };
  const mirror = async () => {
    for (let round = 0; round < 20; round += 1) {
      const entry = makeEntry({ name: 'tide', description: `Round ${round}` });
      await made.transaction((transaction) =>
        mirrorEntries(transaction, [{ entry, verified: false, featuredRank: null }]),
      );
    }
  };
  await Promise.all([...userIds.slice(0, 50).map(write), mirror()]);
  // accounts that go take their ratings along
  await Promise.all(
    userIds.slice(0, 10).map((id) => database.query('delete from users where id = $1', [id])),
  );

  const [sums] = await database.query<{ count: number; sum: number }>(
    'select rating_count as count, rating_sum as sum from extensions where id = $1',
    [extensionId],
  );
  const [recount] = await database.query<{ count: number; sum: number }>(
    `select count(*), coalesce(sum(rating), 0) as sum from extension_reviews
     where extension_id = $1 and not hidden`,
    [extensionId],
  );
  expect(sums).toEqual(recount);
  expect(recount?.count).toBeGreaterThan(5);
});
