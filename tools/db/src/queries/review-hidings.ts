import type { Queryable } from '../database.ts';

/**
 * Hides a review, and every later one by its author for the same extension.
 *
 * @returns false where the extension has no such review
 */
export async function hideReview(
  transaction: Queryable,
  of: { extensionId: number; id: number; reason: string | null; adminId: number },
): Promise<boolean> {
  const { extensionId, id, reason, adminId } = of;
  const [hidden] = await transaction.query<{ userId: number }>(
    `update extension_reviews set hidden = true
     where id = $1 and extension_id = $2
     returning user_id as "userId"`,
    [id, extensionId],
  );
  if (hidden === undefined) return false;
  await transaction.query(
    `insert into review_hidings (extension_id, user_id, reason, hidden_by)
     values ($1, $2, $3, $4)
     on conflict (extension_id, user_id) do update
     set reason = excluded.reason, hidden_by = excluded.hidden_by, hidden_at = now()`,
    [extensionId, hidden.userId, reason, adminId],
  );
  return true;
}

/**
 * Shows a review again, whether or not it was hidden. @returns false where the extension has no such review
 */
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
