import type { Queryable } from '../database.ts';

/** Finds the row of an extension that the index has; null where no extension has that name. */
export async function findExtensionId(database: Queryable, name: string): Promise<number | null> {
  const [found] = await database.query<{ id: number }>(
    'select id from extensions where name = $1 and deleted_at is null',
    [name],
  );
  return found?.id ?? null;
}
