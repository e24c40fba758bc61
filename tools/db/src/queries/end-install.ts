import type { Queryable } from '../database.ts';

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
