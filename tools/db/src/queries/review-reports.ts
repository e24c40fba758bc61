import type { Owner, ReviewReport } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';

/**
 * Adds a report of a review. It replaces the account's earlier one, which becomes unanswered again if the
 * reason differs.
 */
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

interface ReportRow extends ReviewRow {
  extension: string;
  reporterProvider: Owner['provider'];
  reporterId: number;
  reporterLogin: string;
  reason: string;
  reportedAt: string;
}

/** Lists the reports that no admin has answered, oldest first, and counts them all. */
export async function listReviewReports(
  database: Queryable,
  page: { limit: number; offset: number },
): Promise<{ reports: ReviewReport[]; total: number }> {
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total
     from review_reports report
     join extension_reviews review on review.id = report.review_id
     join extensions on extensions.id = review.extension_id and deleted_at is null
     where answered_at is null`,
  );
  const rows = await database.query<ReportRow>(
    `select ${reviewColumns}, extensions.name as extension, report.reason,
            report.reported_at as "reportedAt", reporter.provider as "reporterProvider",
            reporter.account_id as "reporterId", reporter.login as "reporterLogin"
     from ${reviewTables}
     join extensions on extensions.id = review.extension_id and deleted_at is null
     join review_reports report on report.review_id = review.id
     join users reporter on reporter.id = report.user_id
     where answered_at is null
     order by report.reported_at, report.review_id, report.user_id
     limit $1 offset $2`,
    [page.limit, page.offset],
  );
  return { reports: rows.map(toReport), total: counted?.total ?? 0 };
}

function toReport(row: ReportRow): ReviewReport {
  const { extension, reason, reportedAt, reporterProvider, reporterId, reporterLogin } = row;
  return {
    extension,
    review: toReview(row),
    reporter: { provider: reporterProvider, id: reporterId, login: reporterLogin },
    reason,
    reportedAt,
  };
}

/** Marks the reports of a review as answered, once an admin has decided on it. */
export async function answerReviewReports(database: Queryable, reviewId: number): Promise<void> {
  await database.query(
    `update review_reports set answered_at = now()
     where review_id = $1 and answered_at is null`,
    [reviewId],
  );
}
