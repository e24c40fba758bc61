import type { CategoriesFile, Owner } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Replaces the categories by the curated ones, in their order. */
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

/**
 * Replaces the featured extensions by the curated ones, in their order.
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

/**
 * Gives the verified mark to extensions of verified accounts, and removes it from all others.
 *
 * @returns the ids of extensions that changed
 */
export async function mirrorVerified(
  transaction: Queryable,
  accounts: readonly Owner[],
): Promise<number[]> {
  const changed = await transaction.query<{ id: number }>(
    `with given as (
       select distinct extension_id
       from jsonb_to_recordset($1) as given (provider text, id bigint)
       join extension_owners as owner
         on owner.provider = given.provider and owner.account_id = given.id
     )
     update extensions set verified = not verified
     where verified <> (id in (select extension_id from given))
     returning id`,
    [JSON.stringify(accounts)],
  );
  return changed.map(({ id }) => id);
}

/** Stores the content of a curated file, for use while it can't be read later. */
export async function keepCuratedFile(
  transaction: Queryable,
  { path, content }: { path: string; content: unknown },
): Promise<void> {
  await transaction.query(
    `insert into curated_files (path, content) values ($1, $2)
     on conflict (path) do update set content = excluded.content
     where curated_files.content <> excluded.content`,
    [path, JSON.stringify(content)],
  );
}

/** Reads the curated files as last mirrored: content by path. */
export async function readCuratedFiles(database: Queryable): Promise<Map<string, unknown>> {
  const rows = await database.query<{ path: string; content: unknown }>(
    'select path, content from curated_files',
  );
  return new Map(rows.map(({ path, content }) => [path, content]));
}
