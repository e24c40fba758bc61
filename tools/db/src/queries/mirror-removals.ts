import type { Queryable } from '../database.ts';

/**
 * Marks extensions that the index has no more. What people wrote of them stays, and is there again
 * when they return.
 *
 * @returns the ids of those that were marked now
 */
export async function mirrorRemovals(
  transaction: Queryable,
  names: readonly string[],
): Promise<number[]> {
  const removed = await transaction.query<{ id: number }>(
    `update extensions set deleted_at = now()
     where name = any($1) and deleted_at is null
     returning id`,
    [names],
  );
  return removed.map(({ id }) => id);
}
