import type { Queryable } from '../database.ts';

/** Lists the featured extensions, in the order that people chose. */
export async function listFeaturedIds(database: Queryable): Promise<number[]> {
  const rows = await database.query<{ id: number }>(
    `select id from extensions where featured_rank is not null order by featured_rank, id`,
  );
  return rows.map(({ id }) => id);
}
