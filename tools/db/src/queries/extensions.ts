import type { IndexEntry, IndexVersion } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Finds the row of an extension that the index has; null where no extension has that name. */
export async function findExtensionId(database: Queryable, name: string): Promise<number | null> {
  const [found] = await database.query<{ id: number }>(
    'select id from extensions where name = $1 and deleted_at is null',
    [name],
  );
  return found?.id ?? null;
}

/** An entry with the row that it was mirrored into. */
export interface FoundEntry {
  id: number;
  entry: IndexEntry;
}

/** Finds an extension as the index has it; null where the index has no such name. */
export async function findEntry(database: Queryable, name: string): Promise<FoundEntry | null> {
  const [found] = await database.query<Omit<IndexEntry, 'format' | 'versions'> & { id: number }>(
    `select id, name, display_name as "displayName", description, compat, categories, tags, license,
            homepage, source, created_at as "createdAt", (
              select jsonb_agg(
                jsonb_build_object('provider', provider, 'id', account_id, 'login', login)
                order by position)
              from extension_owners where extension_id = extensions.id
            ) as owners
     from extensions
     where name = $1 and deleted_at is null`,
    [name],
  );
  if (found === undefined) return null;
  const { id, ...entry } = found;
  return { id, entry: { format: 1, ...entry, versions: await listVersions(database, id) } };
}

type VersionRow = Omit<IndexVersion, 'reason' | 'provenance'> & {
  reason: string | null;
  provenance: Record<string, unknown> | null;
};

/** In the order of the index, which says nothing where it has nothing to say. */
async function listVersions(database: Queryable, extensionId: number): Promise<IndexVersion[]> {
  const rows = await database.query<VersionRow>(
    `select version, sha256, size, unpacked_size as "unpackedSize", engines, permissions,
            published_at as "publishedAt", docs, status, reason, provenance
     from extension_versions
     where extension_id = $1
     order by position`,
    [extensionId],
  );
  return rows.map(({ reason, provenance, ...version }) => ({
    ...version,
    ...(reason === null ? {} : { reason }),
    ...(provenance === null ? {} : { provenance }),
  }));
}
