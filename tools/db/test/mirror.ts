import type { IndexEntry } from '@orchestra/core';
import type { Database } from '../src/database.ts';
import { mirrorCategories } from '../src/queries/mirror-curated.ts';
import { mirrorEntries, mirrorRemovals } from '../src/queries/mirror-entries.ts';
import { refreshSearch } from '../src/queries/refresh-search.ts';

/** Mirrors entries as a sync does, and three categories. */
export async function mirror(
  database: Database,
  entries: readonly IndexEntry[],
  { removed = [] }: { removed?: readonly string[] } = {},
): Promise<void> {
  await database.transaction(async (transaction) => {
    const ids = await mirrorEntries(
      transaction,
      entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
    );
    const gone = await mirrorRemovals(transaction, removed);
    await refreshSearch(transaction, [...ids, ...gone]);
    await mirrorCategories(
      transaction,
      (['themes', 'git', 'data'] as const).map((id) => ({ id, title: id, description: '' })),
    );
  });
}
