import type { Queryable } from '../database.ts';

/** Removes the answer to a review; there needs not be one. */
export async function removeReviewReply(database: Queryable, reviewId: number): Promise<void> {
  await database.query('delete from review_replies where review_id = $1', [reviewId]);
}
