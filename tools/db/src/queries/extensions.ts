import type { ExtensionDetails, IndexEntry, IndexVersion, VersionDetails } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Finds the row of an extension that is in the index; null where there is none. */
export async function findExtensionId(database: Queryable, name: string): Promise<number | null> {
  const [found] = await database.query<{ id: number }>(
    'select id from extensions where name = $1 and deleted_at is null',
    [name],
  );
  return found?.id ?? null;
}

/** An entry from the mirror, with its row's id and details from the newest manifest. */
export interface FoundEntry extends Omit<ExtensionDetails, 'item'> {
  id: number;
}

/** Finds an extension that is in the index; null where there is none. */
export async function findEntry(database: Queryable, name: string): Promise<FoundEntry | null> {
  const [found] = await database.query<EntryRow>(
    `select id, author, repository, name, display_name as "displayName", description, compat, categories, tags, license,
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
  const { id, author, repository, ...entry } = found;
  const versions = await listVersions(database, id);
  return { id, author, repository, entry: { format: 1, ...entry, versions } };
}

type EntryRow = Omit<IndexEntry, 'format' | 'versions'> & Omit<FoundEntry, 'entry'>;

/** What an entry leaves out where there is nothing to say. */
type OptionalFact = 'unclearCode' | 'reason' | 'vscode' | 'provenance';

type VersionRow = Omit<IndexVersion, OptionalFact> & {
  [fact in OptionalFact]: IndexVersion[fact] | null;
};

/** Lists versions in the order of the index. Null columns are left out, as the index does. */
async function listVersions(database: Queryable, extensionId: number): Promise<IndexVersion[]> {
  const rows = await database.query<VersionRow>(
    `select version, sha256, size, unpacked_size as "unpackedSize", engines, permissions,
            unclear_code as "unclearCode", vscode, published_at as "publishedAt", docs, status, reason, provenance
     from extension_versions
     where extension_id = $1
     order by position`,
    [extensionId],
  );
  return rows.map(({ unclearCode, reason, vscode, provenance, ...version }) => ({
    ...version,
    ...(unclearCode === null ? {} : { unclearCode }),
    ...(reason === null ? {} : { reason }),
    ...(vscode === null ? {} : { vscode }),
    ...(provenance === null ? {} : { provenance }),
  }));
}

/** A version, with the path of its package below the packages of `config.json`. */
export type FoundVersion = Omit<VersionDetails, 'package'> & { packagePath: string };

/** Finds a version of an extension, even if it is yanked; null where the index has none. */
export async function findVersion(
  database: Queryable,
  of: { name: string; version: string },
): Promise<FoundVersion | null> {
  const [found] = await database.query<FoundVersion>(
    `select version, status, yanked, reason, published_at as "publishedAt", size,
            unpacked_size as "unpackedSize", sha256, engines,
            min_orchestra_version as "minOrchestraVersion", permissions,
            unclear_code as "unclearCode",
            package_path as "packagePath", manifest, changelog
     from extension_versions
     join extensions on extensions.id = extension_id
     where name = $1 and version = $2 and deleted_at is null`,
    [of.name, of.version],
  );
  return found ?? null;
}
