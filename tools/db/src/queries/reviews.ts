import type { RatingSummary, Review, ReviewSort } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';

/** The reader of reviews: hidden ones are shown only to their author and to admins. */
export interface ReviewViewer {
  /** Id of the account's row; null for an anonymous reader. */
  userId: number | null;
  isAdmin: boolean;
}

/** Finds a review of an extension; null where there is none that the viewer may see. */
export async function findReview(
  database: Queryable,
  of: { extensionId: number; id: number; viewer: ReviewViewer },
): Promise<Review | null> {
  const { extensionId, id, viewer } = of;
  const [row] = await database.query<ReviewRow>(
    `select ${reviewColumns} from ${reviewTables}
     where review.id = $1 and review.extension_id = $2
       and (not review.hidden or review.user_id = $3::bigint or $4::boolean)`,
    [id, extensionId, viewer.userId, viewer.isAdmin],
  );
  return row === undefined ? null : toReview(row);
}

/** Selects the reviews to list. */
export interface ListedReviews {
  extensionId: number;
  viewer: ReviewViewer;
  sort: ReviewSort;
  limit: number;
  offset: number;
}

/** SQL orders. Each ends with a unique column, so that no review appears on two pages. */
const orders: Readonly<Record<ReviewSort, string>> = {
  recent: 'review.updated_at desc, review.id desc',
  rating: 'review.rating desc, review.updated_at desc, review.id desc',
  critical: 'review.rating, review.updated_at desc, review.id desc',
};

/** Lists the reviews of an extension that the viewer may see, and counts them all. */
export async function listReviews(
  database: Queryable,
  of: ListedReviews,
): Promise<{ reviews: Review[]; total: number }> {
  const { extensionId, viewer, sort, limit, offset } = of;
  const seen = `review.extension_id = $1
    and (not review.hidden or review.user_id = $2::bigint or $3::boolean)`;
  const shown = [extensionId, viewer.userId, viewer.isAdmin];
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total from extension_reviews review where ${seen}`,
    shown,
  );
  const rows = await database.query<ReviewRow>(
    `select ${reviewColumns} from ${reviewTables}
     where ${seen}
     order by ${orders[sort]}
     limit $4 offset $5`,
    [...shown, limit, offset],
  );
  return { reviews: rows.map(toReview), total: counted?.total ?? 0 };
}

/** Counts an extension's ratings by stars; hidden reviews don't count. */
export async function summarizeRatings(
  database: Queryable,
  extensionId: number,
): Promise<RatingSummary> {
  const rows = await database.query<{ rating: number; count: number }>(
    `select rating, count(*) from extension_reviews
     where extension_id = $1 and not hidden
     group by rating`,
    [extensionId],
  );
  const stars = (rating: number) => rows.find((row) => row.rating === rating)?.count ?? 0;
  const histogram = { 1: stars(1), 2: stars(2), 3: stars(3), 4: stars(4), 5: stars(5) };
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const sum = rows.reduce((total, row) => total + row.rating * row.count, 0);
  return { average: count === 0 ? null : sum / count, count, histogram };
}
