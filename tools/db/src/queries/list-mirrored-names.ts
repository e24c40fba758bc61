import type { Queryable } from '../database.ts';

/** Lists the extensions that the index had when it was last mirrored. */
export async function listMirroredNames(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    'select name from extensions where deleted_at is null',
  );
  return rows.map(({ name }) => name);
}
