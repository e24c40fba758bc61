import { type IndexEntry, type IndexVersion, latestVersion, newestFirst } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** An entry of the index with its curated marks. */
export interface MirroredEntry {
  entry: IndexEntry;
  /** True where one of its owners is verified. */
  verified: boolean;
  /** Position among the featured extensions, from 0; null where it isn't featured. */
  featuredRank: number | null;
}

/** An entry and the row that it was mirrored into. */
export interface MirroredRow {
  /** Id of the extension's row. */
  id: number;
  entry: IndexEntry;
  /** True where the row existed before. */
  known: boolean;
}

/**
 * Makes the rows of extensions match their entries. Rows that match already stay untouched.
 *
 * @returns the row of each entry
 */
export async function mirrorExtensions(
  transaction: Queryable,
  entries: readonly MirroredEntry[],
): Promise<MirroredRow[]> {
  const names = entries.map(({ entry }) => entry.name);
  const before = await transaction.query<{ name: string }>(
    'select name from extensions where name = any($1)',
    [names],
  );
  const known = new Set(before.map(({ name }) => name));
  await transaction.query(
    `insert into extensions (
       name, display_name, description, homepage, icon, license, compat, categories, tags, source,
       latest_version, latest_permissions, latest_may_need, featured_rank, verified, created_at,
       updated_at)
     select
       name, display_name, description, homepage, icon, license, compat, categories, tags, source,
       latest_version, latest_permissions, latest_may_need, featured_rank, verified, created_at,
       updated_at
     from jsonb_to_recordset($1) as given (
       name text, display_name text, description text, homepage text, icon text, license text,
       compat text, categories text[], tags text[], source jsonb, latest_version text,
       latest_permissions text[], latest_may_need text[], featured_rank integer, verified boolean,
       created_at timestamptz, updated_at timestamptz)
     on conflict (name) do update set
       display_name = excluded.display_name, description = excluded.description,
       homepage = excluded.homepage, icon = excluded.icon, license = excluded.license,
       compat = excluded.compat, categories = excluded.categories, tags = excluded.tags,
       source = excluded.source, latest_version = excluded.latest_version,
       latest_permissions = excluded.latest_permissions,
       latest_may_need = excluded.latest_may_need,
       featured_rank = excluded.featured_rank, verified = excluded.verified,
       created_at = excluded.created_at, updated_at = excluded.updated_at, deleted_at = null
     where extensions.deleted_at is not null or (
       extensions.display_name, extensions.description, extensions.homepage, extensions.icon,
       extensions.license, extensions.compat, extensions.categories, extensions.tags,
       extensions.source, extensions.latest_version, extensions.latest_permissions,
       extensions.latest_may_need, extensions.featured_rank, extensions.verified, extensions.created_at, extensions.updated_at
     ) is distinct from (
       excluded.display_name, excluded.description, excluded.homepage, excluded.icon,
       excluded.license, excluded.compat, excluded.categories, excluded.tags,
       excluded.source, excluded.latest_version, excluded.latest_permissions,
       excluded.latest_may_need, excluded.featured_rank, excluded.verified, excluded.created_at, excluded.updated_at)`,
    [JSON.stringify(entries.map(toRow))],
  );
  const rows = await transaction.query<{ id: number; name: string }>(
    'select id, name from extensions where name = any($1)',
    [names],
  );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return entries.flatMap(({ entry }) => {
    const id = ids.get(entry.name);
    return id === undefined ? [] : [{ id, entry, known: known.has(entry.name) }];
  });
}

function toRow({ entry, verified, featuredRank }: MirroredEntry): object {
  const latest = latestVersion(entry);
  return {
    name: entry.name,
    display_name: entry.displayName,
    description: entry.description,
    homepage: entry.homepage,
    icon: latest === null ? null : iconOf(latest),
    license: entry.license,
    compat: entry.compat,
    categories: entry.categories,
    tags: entry.tags,
    source: entry.source,
    latest_version: latest?.version ?? null,
    latest_permissions: latest?.permissions ?? [],
    latest_may_need: latest?.unclearCode?.mayNeed ?? [],
    featured_rank: featuredRank,
    verified,
    created_at: entry.createdAt,
    updated_at: (latest ?? newestFirst(entry.versions)[0])?.publishedAt ?? entry.createdAt,
  };
}

function iconOf({ docs }: IndexVersion): string | null {
  return Object.keys(docs).find((path) => /^icon\.[a-z]+$/.test(path)) ?? null;
}
