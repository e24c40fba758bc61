import type { RatingSummary } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Counts the ratings of an extension by stars; hidden reviews don't count. */
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
