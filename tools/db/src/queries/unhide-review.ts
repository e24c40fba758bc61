import type { Queryable } from '../database.ts';

/** Shows a review again, whether it was hidden or not. @returns false where the extension has no such review */
export async function unhideReview(
  transaction: Queryable,
  of: { extensionId: number; id: number },
): Promise<boolean> {
  const [shown] = await transaction.query<{ userId: number }>(
    `update extension_reviews set hidden = false
     where id = $1 and extension_id = $2
     returning user_id as "userId"`,
    [of.id, of.extensionId],
  );
  if (shown === undefined) return false;
  await transaction.query('delete from review_hidings where extension_id = $1 and user_id = $2', [
    of.extensionId,
    shown.userId,
  ]);
  return true;
}
