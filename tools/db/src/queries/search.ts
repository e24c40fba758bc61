import type { SearchTerms } from '@orchestra/search';
import type { CatalogQuery } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { bindValues, catalogFilter, catalogOrder, catalogTables } from './catalog-clauses.ts';
import type { FoundExtensions } from './catalog.ts';

/**
 * How many extensions are found at most, a thousand together: nobody reads on, and no search has to
 * rank everything that has a common word. READMEs are searched where little else is found, and of those
 * that match, so many are looked at.
 */
const most = { byName: 250, byWords: 750, tooFew: 100, readmes: 4000 };

/**
 * Searches the extensions that pass a query's filters. Of very many that match, the first ones are
 * found in the order asked for; where that is relevance, the most popular ones by their names, and the
 * most popular ones by any of their words.
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
 * An exact name first, always; then what was typed before what may be meant. Then names weigh more than
 * tags and owners, these more than descriptions, and whole words more than beginnings; what very many
 * have installed, up to four times as much.
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
