import type { SearchTerms } from '@orchestra/search';
import type { CatalogQuery } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { bindValues, catalogFilter, catalogOrder, catalogTables } from './catalog-clauses.ts';
import type { FoundExtensions } from './catalog.ts';

/**
 * Limits of a search: at most a thousand results, because nobody reads more, and ranking everything with a
 * common word would be slow. READMEs are searched only if there are few other results, and only this many
 * matches are ranked.
 */
const most = { byName: 250, byWords: 750, tooFew: 100, readmes: 4000 };

/**
 * Searches the extensions that match a query's filters. If too many match, the first ones in the requested
 * order are taken; for relevance, the most popular ones that match by name, and the most popular ones that
 * match by any word.
 */
export async function searchExtensionIds(
  database: Queryable,
  { query, terms }: { query: CatalogQuery; terms: SearchTerms },
): Promise<FoundExtensions> {
  const { page = 1, per_page = 20, sort = 'relevance' } = query;
  const bound = bindValues();
  const filter = catalogFilter(query, bound);
  const meant = `${bound.bind(terms.meant)}::tsquery`;
  const [tables, order] = [catalogTables(sort), catalogOrder(sort)];
  const byName = () => `
    union (
      select extension_id from extension_search as search
      where spelling = ${bound.bind(terms.spelling)} and ${filter}
    ) union (
      select extension_id from ${tables}
      where search.names @@ ${meant} and ${filter}
      order by ${order} limit ${most.byName}
    )`;
  const [found] = await database.query<FoundExtensions>(
    `with by_words as materialized (
       select extension_id from ${tables}
       where search.words @@ ${meant} and ${filter}
       order by ${order} limit ${most.byWords}
     ), by_readme as materialized (
       select extension_id from ${tables}
       where (select count(*) from by_words) < ${most.tooFew}
         and extension_id in (select explained_by(${meant}, ${most.readmes}))
         and ${filter}
       order by ${order} limit ${most.byWords}
     ), found as (
       select extension_id from by_words
       union select extension_id from by_readme
       ${sort === 'relevance' ? byName() : ''}
     ), ranked as materialized (
       select extension_id, row_number() over (
         order by ${sort === 'relevance' ? `${relevance({ ...terms, ...bound })}, ` : ''}${order}
       ) as place
       from ${tables} join found using (extension_id)
     )
     select
       (select count(*) from ranked) as total,
       array(
         select extension_id::double precision from ranked
         order by place
         limit ${bound.bind(per_page)} offset ${bound.bind((page - 1) * per_page)}
       ) as ids`,
    bound.values,
  );
  return found ?? { ids: [], total: 0 };
}

/**
 * The SQL order by relevance. An exact name comes first, then matches of the typed words before matches of
 * similar ones. Names weigh more than tags and owners, these more than descriptions, and whole words more
 * than prefixes. Popularity multiplies by up to four.
 */
function relevance(terms: SearchTerms & { bind(value: unknown): string }): string {
  const { bind } = terms;
  const spelling = bind(terms.spelling);
  const rank = (query: string) =>
    `ts_rank('{0, 0.1, 0.3, 1}', search.words, ${bind(query)}::tsquery)`;
  return `
    search.name = ${bind(terms.name)} desc, search.spelling = ${spelling} desc,
    search.words @@ ${bind(terms.typed)}::tsquery desc,
    ((search.title = ${spelling})::integer + ${rank(terms.whole)} + ${rank(terms.meant)} / 2)
      * (1 + ln(1 + search.install_count) / 5 + ln(1 + search.download_count) / 25) desc`;
}
