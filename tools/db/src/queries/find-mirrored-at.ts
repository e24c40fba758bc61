import type { Queryable } from '../database.ts';

/** Finds since when a version is mirrored: an ISO time, or null where it isn't yet. */
export async function findMirroredAt(
  database: Queryable,
  { name, version }: { name: string; version: string },
): Promise<string | null> {
  const [found] = await database.query<{ mirroredAt: string }>(
    `select mirrored_at as "mirroredAt"
     from extension_versions
     join extensions on extensions.id = extension_id
     where name = $1 and version = $2 and deleted_at is null`,
    [name, version],
  );
  return found?.mirroredAt ?? null;
}
