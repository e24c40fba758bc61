import type { Review } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';

/** Finds what an account wrote of an extension, hidden or not; null where it wrote nothing. */
export async function findOwnReview(
  database: Queryable,
  of: { extensionId: number; userId: number },
): Promise<Review | null> {
  const [row] = await database.query<ReviewRow>(
    `select ${reviewColumns} from ${reviewTables}
     where review.extension_id = $1 and review.user_id = $2`,
    [of.extensionId, of.userId],
  );
  return row === undefined ? null : toReview(row);
}
