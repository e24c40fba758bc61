import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { mirrorRemovals } from './mirror-entries.ts';
import { addReview, findOwnReview } from './own-reviews.ts';
import { addReviewReport, answerReviewReports, listReviewReports } from './review-reports.ts';

let database: TestDatabase;
let userIds: number[];
let reviews: number[];
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const made = await makeReviewers(database, { name: 'tide', accounts: 4 });
  const { extensionId } = made;
  userIds = made.userIds;
  reviews = [];
  for (const userId of userIds.slice(0, 2)) {
    const said = { rating: 1, title: null, body: 'Buy pearls', version: '1.0.0' };
    await addReview(database, { extensionId, userId, ...said });
    reviews.push((await findOwnReview(database, { extensionId, userId }))?.id ?? 0);
  }
});

const report = (review: number, by: number, reason = 'Spam') =>
  addReviewReport(database, { reviewId: reviews[review] ?? 0, userId: userIds[by] ?? 0, reason });

/** Each as `review by: reason`. */
const list = async (page = { limit: 10, offset: 0 }) => {
  const { reports, total } = await listReviewReports(database, page);
  const lines = reports.map(
    ({ review, reporter, reason }) => `${reviews.indexOf(review.id)} ${reporter.login}: ${reason}`,
  );
  return { lines, total };
};

/** Makes reports be of some days before. */
const age = (days: number) =>
  database.query(`update review_reports set reported_at = reported_at - $1 * interval '1 day'`, [
    days,
  ]);

test('listReviewReports() shows review, reporter and reason', async () => {
  expect(await list()).toEqual({ lines: [], total: 0 });
  await report(0, 2);
  expect(await listReviewReports(database, { limit: 1, offset: 0 })).toEqual({
    reports: [
      {
        extension: 'tide',
        review: expect.objectContaining({ id: reviews[0], body: 'Buy pearls', hidden: false }),
        reporter: { provider: 'github', id: 1003, login: 'tide-3' },
        reason: 'Spam',
        reportedAt: expect.any(String),
      },
    ],
    total: 1,
  });
});

test('listReviewReports() has those first that wait longest, in pages', async () => {
  await report(1, 3);
  await age(2);
  await report(0, 3);
  await age(1);
  await report(0, 2, 'Rude');
  const lines = ['1 tide-4: Spam', '0 tide-4: Spam', '0 tide-3: Rude'];
  expect(await list()).toEqual({ lines, total: 3 });
  expect(await list({ limit: 1, offset: 1 })).toEqual({ lines: lines.slice(1, 2), total: 3 });
  expect(await list({ limit: 1, offset: 3 })).toEqual({ lines: [], total: 3 });
});

test('answerReviewReports() takes all of one review off the list, once or twice', async () => {
  await report(0, 2);
  await report(0, 3);
  await report(1, 3);
  await answerReviewReports(database, reviews[0] ?? 0);
  await answerReviewReports(database, reviews[0] ?? 0);
  expect(await list()).toEqual({ lines: ['1 tide-4: Spam'], total: 1 });
});

test('addReviewReport() replaces one’s earlier report, which counts anew for another reason alone', async () => {
  await report(0, 2);
  await report(0, 2, 'Rude');
  expect(await list()).toEqual({ lines: ['0 tide-3: Rude'], total: 1 });
  await answerReviewReports(database, reviews[0] ?? 0);
  await report(0, 2, 'Rude');
  expect(await list()).toMatchObject({ total: 0 });
  await report(0, 2, 'Spam after all');
  expect(await list()).toEqual({ lines: ['0 tide-3: Spam after all'], total: 1 });
});

test('reports of an extension that is gone are not listed', async () => {
  await report(0, 2);
  await mirrorRemovals(database, ['tide']);
  expect(await list()).toEqual({ lines: [], total: 0 });
});
