import type { Queryable } from '../database.ts';

/** How often a version was downloaded on a day. */
export interface Downloads {
  name: string;
  version: string;
  /** In UTC: `2026-03-01`. */
  day: string;
  downloads: number;
}

/**
 * Adds to what was downloaded of versions, by day, and of their extensions; what the index never had
 * is left out.
 *
 * @param counted each version and day once; some thousand at a time
 */
export async function addDownloads(
  transaction: Queryable,
  counted: readonly Downloads[],
): Promise<void> {
  // in this order everywhere: first the extension, then its days
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
