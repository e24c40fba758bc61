import type { Queryable } from '../database.ts';

/** A category, and how many extensions in it have something live. */
export interface CountedCategory {
  id: string;
  title: string;
  description: string;
  count: number;
}

/** Lists every category in order. */
export async function countCategories(database: Queryable): Promise<CountedCategory[]> {
  return database.query<CountedCategory>(
    `select id, title, description, (
       select count(*) from extension_search where facets @> array['category:' || id]
     ) as count
     from categories
     order by position`,
  );
}
