import type { CategoriesFile } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Makes the categories those that people curated, in their order. */
export async function mirrorCategories(
  transaction: Queryable,
  categories: CategoriesFile['categories'],
): Promise<void> {
  await transaction.query(
    `with given as (
       select * from jsonb_to_recordset($1) as given (
         id text, position integer, title text, description text)
     ), gone as (
       delete from categories where id not in (select id from given)
     )
     insert into categories (id, position, title, description)
     select id, position, title, description from given
     on conflict (id) do update set
       position = excluded.position, title = excluded.title, description = excluded.description`,
    [JSON.stringify(categories.map((category, position) => ({ ...category, position })))],
  );
}
