import type { Queryable } from '../database.ts';

/** The extension and version of an install report. */
export interface InstallTarget {
  extensionId: number;
  /** True where the version was published, even if it is yanked now. */
  hasVersion: boolean;
}

/** Finds an extension by name, and whether it has a version; null where there is no such extension. */
export async function findInstallTarget(
  database: Queryable,
  of: { name: string; version: string },
): Promise<InstallTarget | null> {
  const [target] = await database.query<InstallTarget>(
    `select id as "extensionId",
            exists (
              select from extension_versions where extension_id = extensions.id and version = $2
            ) as "hasVersion"
     from extensions
     where name = $1 and deleted_at is null`,
    [of.name, of.version],
  );
  return target ?? null;
}

/** A version that an account has installed. */
export interface AccountInstall {
  extensionId: number;
  userId: number;
  version: string;
}

/**
 * Notes that an account has installed a version, which replaces its earlier one. If it removed the extension
 * on the same day (UTC), that row is reopened, so that an account gets at most one new row a day. An
 * account's first row counts for the extension's popularity.
 *
 * The transaction must hold the account's lock: see `lockUser`.
 *
 * @returns false where the account has that version already
 */
export async function addInstall(
  transaction: Queryable,
  install: AccountInstall,
): Promise<boolean> {
  const [noted] = await transaction.query<{ changed: boolean }>(
    `with last as (
       select id, version, uninstalled_at,
              coalesce(uninstalled_at >= date_trunc('day', now(), 'UTC'), true) as goes_on
       from extension_installs
       where extension_id = $1 and user_id = $2
       order by installed_at desc
       limit 1
     ), changed as (
       update extension_installs set version = $3, uninstalled_at = null
       from last
       where extension_installs.id = last.id and last.goes_on
         and (last.version <> $3 or last.uninstalled_at is not null)
       returning extension_id
     ), added as (
       insert into extension_installs (extension_id, user_id, version, installed_at)
       select $1, $2, $3, clock_timestamp()
       where not exists (select from last where goes_on)
       returning extension_id
     ), counted as (
       update extensions set install_count = install_count + 1
       from added
       where extensions.id = added.extension_id and not exists (select from last)
     )
     select exists (select from changed union all select from added) as changed`,
    [install.extensionId, install.userId, install.version],
  );
  return noted?.changed ?? false;
}

/** Notes that an account removed an extension. @returns the version that it had; null where it had none */
export async function endInstall(
  database: Queryable,
  of: { extensionId: number; userId: number },
): Promise<string | null> {
  const [ended] = await database.query<{ version: string }>(
    `update extension_installs set uninstalled_at = clock_timestamp()
     where extension_id = $1 and user_id = $2 and uninstalled_at is null
     returning version`,
    [of.extensionId, of.userId],
  );
  return ended?.version ?? null;
}
