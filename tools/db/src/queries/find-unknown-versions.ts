import type { Queryable } from '../database.ts';

/** Finds which versions the index never had. */
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
