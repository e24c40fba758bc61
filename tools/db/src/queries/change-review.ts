import type { Queryable } from '../database.ts';
import type { WrittenReview } from './add-review.ts';

/** Replaces what an account wrote of an extension. @returns false where it wrote nothing */
export async function changeReview(database: Queryable, review: WrittenReview): Promise<boolean> {
  const { extensionId, userId, rating, title, body, version } = review;
  const changed = await database.query(
    `update extension_reviews
     set rating = $3, title = $4, body = $5, version = $6,
         updated_at = case
           when (rating, title, body) is distinct from ($3::smallint, $4::text, $5::text) then now()
           else updated_at
         end
     where extension_id = $1 and user_id = $2
     returning id`,
    [extensionId, userId, rating, title, body, version],
  );
  return changed.length > 0;
}
