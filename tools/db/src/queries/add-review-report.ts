import type { Queryable } from '../database.ts';

/** Reports a review; the same account's earlier report is replaced, and counts anew for another reason. */
export async function addReviewReport(
  database: Queryable,
  report: { reviewId: number; userId: number; reason: string },
): Promise<void> {
  await database.query(
    `insert into review_reports (review_id, user_id, reason)
     values ($1, $2, $3)
     on conflict (review_id, user_id) do update
     set reason = excluded.reason, reported_at = now(), answered_at = null
     where review_reports.reason <> excluded.reason`,
    [report.reviewId, report.userId, report.reason],
  );
}
