import type { Queryable } from '../database.ts';

/** What was counted of a version on a day; a day on which nothing was has one row without a version. */
export interface DailyStatistics {
  /** In UTC: `2026-03-01`. */
  day: string;
  version: string | null;
  installs: number;
  uninstalls: number;
  ciInstalls: number;
  ciUninstalls: number;
  downloads: number;
}

/** Lists what was counted within the last days, by day and version; today is the last. */
export async function listDailyStatistics(
  database: Queryable,
  of: {
    extensionId: number;
    days: number;
    /** Null for all versions. */
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
