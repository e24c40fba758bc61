import type { Review, ReviewSort } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';
import type { ReviewViewer } from './review-viewer.ts';

/** Which reviews are listed. */
export interface ListedReviews {
  extensionId: number;
  viewer: ReviewViewer;
  sort: ReviewSort;
  limit: number;
  offset: number;
}

/** Every order ends with something unique, so that no review is on two pages. */
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
