import type { Queryable } from '../database.ts';

/** An event that is counted once a day per machine or account. */
export interface CountedInstall {
  extensionId: number;
  version: string;
  /** Day in UTC: `2026-03-01`. */
  day: string;
  /** Digest of the account or machine and the event, made with the day's salt. */
  digest: Buffer;
  what: 'install' | 'uninstall';
  /** True in continuous integration. */
  ci: boolean;
}

/** Counts an install or uninstall for its day, unless its digest was counted already. */
export async function countDailyInstall(
  database: Queryable,
  { extensionId, version, day, digest, what, ci }: CountedInstall,
): Promise<void> {
  await database.query(
    `with fresh as (
       insert into daily_digests (day, digest) values ($3, $4)
       on conflict do nothing
       returning day
     )
     insert into daily_statistics as counted
       (extension_id, version, day, installs, uninstalls, ci_installs, ci_uninstalls)
     select $1, $2, day,
            ($5 = 'install' and not $6::boolean)::integer,
            ($5 = 'uninstall' and not $6::boolean)::integer,
            ($5 = 'install' and $6::boolean)::integer,
            ($5 = 'uninstall' and $6::boolean)::integer
     from fresh
     on conflict (extension_id, day, version) do update
     set installs = counted.installs + excluded.installs,
         uninstalls = counted.uninstalls + excluded.uninstalls,
         ci_installs = counted.ci_installs + excluded.ci_installs,
         ci_uninstalls = counted.ci_uninstalls + excluded.ci_uninstalls`,
    [extensionId, version, day, digest, what, ci],
  );
}

/** Counts of a version on a day. A day without counts has one row without a version. */
export interface DailyStatistics {
  /** Day in UTC: `2026-03-01`. */
  day: string;
  version: string | null;
  installs: number;
  uninstalls: number;
  ciInstalls: number;
  ciUninstalls: number;
  downloads: number;
}

/** Lists the counts of the last days, including today, by day and version. */
export async function listDailyStatistics(
  database: Queryable,
  of: {
    extensionId: number;
    days: number;
    /** The version; null counts all versions. */
    version: string | null;
  },
): Promise<DailyStatistics[]> {
  return database.query<DailyStatistics>(
    `select days.day, counted.version,
            coalesce(installs, 0) as installs, coalesce(uninstalls, 0) as uninstalls,
            coalesce(ci_installs, 0) as "ciInstalls", coalesce(ci_uninstalls, 0) as "ciUninstalls",
            coalesce(downloads, 0) as downloads
     from (
       select (now() at time zone 'UTC')::date - ago as day from generate_series(0, $2 - 1) as ago
     ) as days
     left join daily_statistics counted
       on counted.extension_id = $1 and counted.day = days.day
       and ($3::text is null or counted.version = $3)
     order by days.day, counted.version`,
    [of.extensionId, of.days, of.version],
  );
}

/** All-time counts of an extension. */
export interface TotalStatistics {
  /** Number of accounts that have or had it installed. */
  accounts: number;
  installs: number;
  uninstalls: number;
  ciInstalls: number;
  ciUninstalls: number;
  downloads: number;
}

/** Sums up all counts of an extension. */
export async function findTotalStatistics(
  database: Queryable,
  extensionId: number,
): Promise<TotalStatistics | null> {
  const [total] = await database.query<TotalStatistics>(
    `select install_count as accounts, download_count as downloads, counted.*
     from extensions, (
       select coalesce(sum(installs), 0) as installs, coalesce(sum(uninstalls), 0) as uninstalls,
              coalesce(sum(ci_installs), 0) as "ciInstalls",
              coalesce(sum(ci_uninstalls), 0) as "ciUninstalls"
       from daily_statistics
       where extension_id = $1
     ) as counted
     where extensions.id = $1`,
    [extensionId],
  );
  return total ?? null;
}
