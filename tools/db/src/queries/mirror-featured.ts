import type { Queryable } from '../database.ts';

/**
 * Makes the featured extensions those that people chose, in their order.
 *
 * @returns the ids of extensions that changed
 */
export async function mirrorFeatured(
  transaction: Queryable,
  names: readonly string[],
): Promise<number[]> {
  const changed = await transaction.query<{ id: number }>(
    `with given as (
       select id, given.place::integer - 1 as rank
       from unnest($1::text[]) with ordinality as given (name, place)
       join extensions using (name)
     ), ranked as (
       select id, rank from given
       union all
       select id, null from extensions
       where featured_rank is not null and id not in (select id from given)
     )
     update extensions set featured_rank = rank
     from ranked
     where ranked.id = extensions.id and featured_rank is distinct from rank
     returning extensions.id`,
    [names],
  );
  return changed.map(({ id }) => id);
}
