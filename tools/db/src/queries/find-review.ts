import type { Review } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';
import type { ReviewViewer } from './review-viewer.ts';

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
