import type { Queryable } from '../database.ts';

/** Something that is counted once a day for each machine or account. */
export interface CountedInstall {
  extensionId: number;
  version: string;
  /** In UTC: `2026-03-01`. */
  day: string;
  /** Of who it was and what was done, made with the salt of the day. */
  digest: Buffer;
  what: 'install' | 'uninstall';
  /** A continuous integration did it. */
  ci: boolean;
}

/** Counts an install or uninstall for its day, unless the digest was counted already. */
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
