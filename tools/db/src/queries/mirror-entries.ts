import type { IndexEntry } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { copyDetails } from './copy-details.ts';
import { mirrorExtensions } from './mirror-extensions.ts';
import { mirrorOwners } from './mirror-owners.ts';
import { mirrorVersions } from './mirror-versions.ts';

/** An entry of the index, and what people curated of it. */
export interface MirroredEntry {
  entry: IndexEntry;
  /** True where an owner of it has the verified mark. */
  verified: boolean;
  /** Its place among the featured ones, from 0; null where it isn't one. */
  featuredRank: number | null;
}

/** An entry with the row that it was mirrored into. */
export interface MirroredRow {
  /** Of the extension's row. */
  id: number;
  entry: IndexEntry;
  /** True where the row was there before. */
  known: boolean;
}

/**
 * Makes the rows of extensions, their owners and versions equal to entries of the index, whatever
 * stood there. Rows that are equal already stay untouched.
 *
 * @param entries each name once; some thousand versions at a time
 * @returns the ids of the extensions, whose search is to be refreshed
 */
export async function mirrorEntries(
  transaction: Queryable,
  entries: readonly MirroredEntry[],
): Promise<number[]> {
  if (entries.length === 0) return [];
  const before = await transaction.query<{ name: string }>(
    'select name from extensions where name = any($1)',
    [entries.map(({ entry }) => entry.name)],
  );
  const known = new Set(before.map(({ name }) => name));
  const ids = await mirrorExtensions(transaction, entries);
  const rows = entries.flatMap(({ entry }): MirroredRow[] => {
    const id = ids.get(entry.name);
    return id === undefined ? [] : [{ id, entry, known: known.has(entry.name) }];
  });
  await mirrorOwners(transaction, rows);
  await mirrorVersions(transaction, rows);
  const again = rows.filter((row) => row.known);
  if (again.length > 0)
    await copyDetails(
      transaction,
      again.map(({ id }) => id),
    );
  return rows.map(({ id }) => id);
}
