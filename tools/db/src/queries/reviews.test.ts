import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { addReview, findOwnReview } from './own-reviews.ts';
import { hideReview } from './review-hidings.ts';
import { findReview, listReviews } from './reviews.ts';

const anyone = { userId: null, isAdmin: false };
const admin = { userId: null, isAdmin: true };

let database: TestDatabase;
let extensionId: number;
let userIds: number[];
/** By their titles. */
const ids = new Map<string, number>();

/** Five reviews, each a minute newer than the one before; the third is hidden. */
beforeAll(async () => {
  database = await makeDatabase();
  ({ extensionId, userIds } = await makeReviewers(database, { name: 'tide', accounts: 5 }));
  const other = await makeReviewers(database, { name: 'reef', accounts: 0 });
  const said = { body: null, version: '1.0.0' };
  for (const [nth, rating] of [3, 5, 1, 3, 5].entries()) {
    const of = { extensionId, userId: userIds[nth] ?? 0 };
    await addReview(database, { ...of, rating, title: `${nth}`, ...said });
    ids.set(`${nth}`, (await findOwnReview(database, of))?.id ?? 0);
  }
  await addReview(database, {
    extensionId: other.extensionId,
    userId: userIds[0] ?? 0,
    rating: 5,
    title: 'elsewhere',
    ...said,
  });
  await database.query(
    `update extension_reviews set updated_at = '2026-03-01'::timestamptz + title::integer * interval '1 minute'
     where extension_id = $1`,
    [extensionId],
  );
  const hiding = { extensionId, id: ids.get('2') ?? 0, reason: 'Spam', adminId: userIds[0] ?? 0 };
  await hideReview(database, hiding);
});
afterAll(() => database[Symbol.asyncDispose]());

const list = async (of: Partial<Parameters<typeof listReviews>[1]> = {}) => {
  const usual = { extensionId, viewer: anyone, sort: 'recent', limit: 10, offset: 0 } as const;
  const { reviews, total } = await listReviews(database, { ...usual, ...of });
  return { titles: reviews.map(({ title }) => title).join(''), total };
};

test.each([
  ['recent', '4310'],
  ['rating', '4130'],
  ['critical', '3041'],
] as const)('listReviews() by %s', async (sort, titles) => {
  expect(await list({ sort })).toEqual({ titles, total: 4 });
});

test('listReviews() shows a hidden review to its author and to admins, and counts it for them', async () => {
  const viewer = { userId: userIds[2] ?? 0, isAdmin: false };
  expect(await list({ viewer })).toEqual({ titles: '43210', total: 5 });
  expect(await list({ viewer: admin })).toEqual({ titles: '43210', total: 5 });
  expect(await list({ viewer: { ...viewer, userId: userIds[1] ?? 0 } })).toMatchObject({
    total: 4,
  });
});

test('listReviews() gives pages that hold everything once, and counts all past the end as well', async () => {
  expect(await list({ limit: 3 })).toEqual({ titles: '431', total: 4 });
  expect(await list({ limit: 3, offset: 3 })).toEqual({ titles: '0', total: 4 });
  expect(await list({ offset: 9 })).toEqual({ titles: '', total: 4 });
  expect(await list({ extensionId: 0 })).toEqual({ titles: '', total: 0 });
});

test('findReview() finds one of that extension alone, a hidden one for those who may see it', async () => {
  const find = (title: string, viewer: Parameters<typeof findReview>[1]['viewer'] = anyone) =>
    findReview(database, { extensionId, id: ids.get(title) ?? 0, viewer });
  expect(await find('1')).toMatchObject({
    rating: 5,
    author: { provider: 'github', id: 1002, login: 'tide-2' },
    reply: null,
    hidden: false,
    hiddenReason: null,
  });
  expect(await find('elsewhere')).toBeNull();
  expect(await find('2')).toBeNull();
  expect(await find('2', { userId: userIds[1] ?? 0, isAdmin: false })).toBeNull();
  const hidden = { title: '2', hidden: true, hiddenReason: 'Spam' };
  expect(await find('2', { userId: userIds[2] ?? 0, isAdmin: false })).toMatchObject(hidden);
  expect(await find('2', admin)).toMatchObject(hidden);
  const ofOther = { extensionId: extensionId + 1, id: ids.get('1') ?? 0, viewer: admin };
  expect(await findReview(database, ofOther)).toBeNull();
});
