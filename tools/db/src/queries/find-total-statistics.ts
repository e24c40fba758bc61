import type { Queryable } from '../database.ts';

/** What was counted of an extension since there is one. */
export interface TotalStatistics {
  /** Accounts that have it, or had it. */
  accounts: number;
  installs: number;
  uninstalls: number;
  ciInstalls: number;
  ciUninstalls: number;
  downloads: number;
}

/** Sums up everything that was ever counted of an extension. */
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
