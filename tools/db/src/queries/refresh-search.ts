import type { Queryable } from '../database.ts';

/** Most characters of a text that are searched, so that no extension matches every query. */
const longest = { text: 2000, readme: 20_000 };

/**
 * Updates the search data of extensions from their rows, and removes that of extensions without a live
 * version. Rows that match already stay untouched.
 */
export async function refreshSearch(
  transaction: Queryable,
  extensionIds: readonly number[],
): Promise<void> {
  if (extensionIds.length === 0) return;
  await removeEnded(transaction, extensionIds);
  await putWords(transaction, extensionIds);
  await putReadmes(transaction, extensionIds);
}

async function removeEnded(transaction: Queryable, ids: readonly number[]): Promise<void> {
  await transaction.query(
    `delete from extension_search using extensions
     where extension_id = any($1) and id = extension_id
       and (latest_version is null or deleted_at is not null)`,
    [ids],
  );
}

/** Adds words in alphabetical order, so that two transactions that add the same words don't deadlock. */
async function putWords(transaction: Queryable, ids: readonly number[]): Promise<void> {
  await transaction.query(
    `with live as (
       select extensions.*, replace(name, '-', '') as spelling, logins
       from extensions
       cross join lateral (
         select coalesce(array_agg(lower(login)), '{}') as logins
         from extension_owners where extension_id = id
       ) as owners
       where id = any($1) and latest_version is not null and deleted_at is null
     ), texts as (
       select *,
         plain_words(concat_ws(' ', name, spelling, left(display_name, $2))) as called,
         plain_words(left(concat_ws(' ', array_to_string(tags, ' '),
           array_to_string(categories, ' '), array_to_string(logins, ' ')), $2)) as tagged,
         plain_words(left(description, $2)) as described
       from live
     ), found_by as (
       select *, to_tsvector('simple', called) as names,
         lower(left(replace(plain_words(display_name), ' ', ''), 100)) as title,
         setweight(to_tsvector('simple', tagged), 'B')
           || setweight(to_tsvector('simple', described), 'C') as others,
         setweight(to_tsvector('english', called), 'A')
           || setweight(to_tsvector('english', tagged), 'B')
           || setweight(to_tsvector('english', described), 'C') as stems
       from texts
     ), added as (
       insert into search_words (word)
       select word from (
         select distinct unnest(tsvector_to_array(names || others)) collate "C" as word from found_by
       ) as given
       where length(word) between 4 and 40
         and not exists (select from search_words as known where known.word = given.word)
       order by word
       on conflict do nothing
     )
     insert into extension_search as kept (
       extension_id, name, spelling, title, names, words, facets,
       install_count, download_count, rating_count, rating_sum, updated_at)
     select
       id, name, spelling, title, names, setweight(names, 'A') || others || stems,
       array['compat:' || compat]
         || array(select 'category:' || category from unnest(categories) as category)
         || array(select distinct 'tag:' || left(lower(tag), 100) from unnest(tags) as tag order by 1)
         || array(select 'permission:' || permission from unnest(latest_permissions) as permission)
         || array(select 'may-need:' || permission from unnest(latest_may_need) as permission)
         || array(select distinct 'publisher:' || login from unnest(logins) as login order by 1),
       install_count, download_count, rating_count, rating_sum, updated_at
     from found_by
     on conflict (extension_id) do update set
       title = excluded.title, names = excluded.names, words = excluded.words, facets = excluded.facets,
       install_count = excluded.install_count, download_count = excluded.download_count,
       rating_count = excluded.rating_count, rating_sum = excluded.rating_sum,
       updated_at = excluded.updated_at
     where (kept.title, kept.words, kept.facets, kept.install_count, kept.download_count, kept.rating_count,
         kept.rating_sum, kept.updated_at)
       is distinct from (excluded.title, excluded.words, excluded.facets, excluded.install_count,
         excluded.download_count, excluded.rating_count, excluded.rating_sum, excluded.updated_at)`,
    [ids, longest.text],
  );
}

async function putReadmes(transaction: Queryable, ids: readonly number[]): Promise<void> {
  await transaction.query(
    `with gone as (
       delete from extension_readmes
       using extensions, extension_versions as latest
       where extension_readmes.extension_id = any($1)
         and extensions.id = extension_readmes.extension_id
         and latest.extension_id = extensions.id and latest.version = latest_version
         and latest.documents_at is not null and latest.readme is null
     )
     insert into extension_readmes as kept (extension_id, words)
     select extensions.id, search.words
       || setweight(to_tsvector('english', plain_words(left(readme, $2))), 'D')
     from extensions
     join extension_search as search on search.extension_id = extensions.id
     join extension_versions as latest
       on latest.extension_id = extensions.id and latest.version = latest_version
     where extensions.id = any($1) and readme is not null
     on conflict (extension_id) do update set words = excluded.words
     where kept.words is distinct from excluded.words`,
    [ids, longest.readme],
  );
}
