import type { Queryable } from '../database.ts';

/** What a report of an install is about. */
export interface InstallTarget {
  extensionId: number;
  /** False where no such version was ever published; one that is yanked was. */
  hasVersion: boolean;
}

/** Finds the extension of a name, and whether it has a version; null where no extension has that name. */
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
