import type { Queryable } from '../database.ts';

/** Number of downloads of a version on a day. */
export interface Downloads {
  name: string;
  version: string;
  /** Day in UTC: `2026-03-01`. */
  day: string;
  downloads: number;
}

/**
 * Adds downloads to the counts of versions by day, and of their extensions. Unknown versions are ignored.
 *
 * @param counted one item for each version and day; up to some thousand
 */
export async function addDownloads(
  transaction: Queryable,
  counted: readonly Downloads[],
): Promise<void> {
  // the same order everywhere, to avoid deadlocks: the extension first, then its days
  await transaction.query(
    'select from extensions where name = any($1) order by id for no key update',
    [[...new Set(counted.map(({ name }) => name))]],
  );
  await transaction.query(
    `with given as (
       select extensions.id, given.version, given.day, given.downloads
       from jsonb_to_recordset($1)
         as given (name text, version text, day date, downloads bigint)
       join extensions on extensions.name = given.name
       join extension_versions on extension_id = extensions.id
         and extension_versions.version = given.version
     ), counted as (
       insert into daily_statistics as counted (extension_id, version, day, downloads)
       select id, version, day, downloads from given
       on conflict (extension_id, day, version) do update
       set downloads = counted.downloads + excluded.downloads
     )
     update extensions set download_count = download_count + sums.downloads
     from (select id, sum(downloads) as downloads from given group by id) as sums
     where extensions.id = sums.id`,
    [JSON.stringify(counted)],
  );
}

/** Finds the versions that the index never had. */
export async function findUnknownVersions(
  database: Queryable,
  versions: readonly { name: string; version: string }[],
): Promise<{ name: string; version: string }[]> {
  return database.query<{ name: string; version: string }>(
    `select given.name, given.version
     from jsonb_to_recordset($1) as given (name text, version text)
     where not exists (
       select from extensions
       join extension_versions on extension_id = extensions.id
       where extensions.name = given.name and extension_versions.version = given.version
     )
     order by given.name collate "C", given.version collate "C"`,
    [JSON.stringify(versions)],
  );
}

/** A log to be counted. */
export interface IngestedLog {
  /** Name of the file, without folders. */
  name: string;
  /** SHA-256 of the uncompressed bytes. */
  sha256: string;
  downloads: number;
}

/** Notes that a log is counted. @returns false where a log of that name or content was counted before */
export async function addIngestedLog(transaction: Queryable, log: IngestedLog): Promise<boolean> {
  const added = await transaction.query(
    `insert into ingested_logs (name, sha256, downloads) values ($1, $2, $3)
     on conflict do nothing
     returning sha256`,
    [log.name, log.sha256, log.downloads],
  );
  return added.length > 0;
}

/** Finds a counted log by name, otherwise by content; null where there is none. */
export async function findIngestedLog(
  database: Queryable,
  of: Pick<IngestedLog, 'name' | 'sha256'>,
): Promise<IngestedLog | null> {
  const [found] = await database.query<IngestedLog>(
    `select name, sha256, downloads from ingested_logs
     where name = $1 or sha256 = $2
     order by name = $1 desc
     limit 1`,
    [of.name, of.sha256],
  );
  return found ?? null;
}
