import type { Queryable } from '../database.ts';
import { copyDetails } from './documents.ts';
import { type MirroredEntry, mirrorExtensions } from './mirror-extensions.ts';
import { mirrorOwners } from './mirror-owners.ts';
import { mirrorVersions } from './mirror-versions.ts';

/**
 * Makes the rows of extensions, owners and versions match entries of the index. Rows that match already stay
 * untouched.
 *
 * @param entries one for each name; up to some thousand versions
 * @returns ids of the extensions, whose search data has to be refreshed
 */
export async function mirrorEntries(
  transaction: Queryable,
  entries: readonly MirroredEntry[],
): Promise<number[]> {
  if (entries.length === 0) return [];
  const rows = await mirrorExtensions(transaction, entries);
  await mirrorOwners(transaction, rows);
  await mirrorVersions(transaction, rows);
  const again = rows.filter(({ known }) => known).map(({ id }) => id);
  if (again.length > 0) await copyDetails(transaction, again);
  return rows.map(({ id }) => id);
}

/**
 * Marks extensions that the index no longer has. Reviews and installs are kept, and count again if the
 * extension returns.
 *
 * @returns ids of the newly marked extensions
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

/** Lists the extensions that the index had when it was last mirrored. */
export async function listMirroredNames(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    'select name from extensions where deleted_at is null',
  );
  return rows.map(({ name }) => name);
}

/** Finds the time since when a version is mirrored, as an ISO time; null where it isn't. */
export async function findMirroredAt(
  database: Queryable,
  { name, version }: { name: string; version: string },
): Promise<string | null> {
  const [found] = await database.query<{ mirroredAt: string }>(
    `select mirrored_at as "mirroredAt"
     from extension_versions
     join extensions on extensions.id = extension_id
     where name = $1 and version = $2 and deleted_at is null`,
    [name, version],
  );
  return found?.mirroredAt ?? null;
}
