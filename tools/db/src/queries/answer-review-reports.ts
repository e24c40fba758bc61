import type { Queryable } from '../database.ts';

/** Takes the reports of a review off the list, once an admin has decided on it. */
export async function answerReviewReports(database: Queryable, reviewId: number): Promise<void> {
  await database.query(
    `update review_reports set answered_at = now()
     where review_id = $1 and answered_at is null`,
    [reviewId],
  );
}
