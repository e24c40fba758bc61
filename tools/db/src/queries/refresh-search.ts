import type { Queryable } from '../database.ts';

/** Placeholder until the search is there: to be replaced. */
export async function refreshSearch(
  transaction: Queryable,
  extensionIds: readonly number[],
): Promise<void> {
  if (extensionIds.length > 0) await transaction.query('select 1');
}
