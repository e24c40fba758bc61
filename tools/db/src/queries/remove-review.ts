import type { Queryable } from '../database.ts';

/** Removes what an account wrote of an extension, with its reply and reports. @returns false where it wrote nothing */
export async function removeReview(
  database: Queryable,
  of: { extensionId: number; userId: number },
): Promise<boolean> {
  const removed = await database.query(
    'delete from extension_reviews where extension_id = $1 and user_id = $2 returning id',
    [of.extensionId, of.userId],
  );
  return removed.length > 0;
}
