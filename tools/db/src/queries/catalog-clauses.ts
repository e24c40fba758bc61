import type { CatalogQuery } from '@orchestra/core';

/** The values of a statement that is built in parts. */
export interface BoundValues {
  values: unknown[];
  /** Adds a value. @returns its placeholder in the statement: `$1` */
  bind(value: unknown): string;
}

/** Makes an empty list of values. */
export function bindValues(): BoundValues {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * The SQL condition for a query's filters on `extension_search as search`. All filters are combined so that
 * one index lookup answers them.
 */
export function catalogFilter(query: CatalogQuery, { bind }: BoundValues): string {
  const { category, compat, tag, permission, without, publisher } = query;
  const wanted = Object.entries({
    category,
    compat,
    tag: tag?.toLowerCase(),
    permission,
    publisher: publisher?.toLowerCase(),
  }).flatMap(([facet, value]) => (value === undefined ? [] : [`${facet}:${value}`]));
  const conditions: string[] = [];
  if (wanted.length > 0) conditions.push(`search.facets @> ${bind(wanted)}::text[]`);
  if (without !== undefined)
    conditions.push(
      `not search.facets && ${bind([`permission:${without}`, `may-need:${without}`])}::text[]`,
    );
  return conditions.join(' and ') || 'true';
}

type Sort = CatalogQuery['sort'];

/**
 * The SQL tables that {@link catalogOrder} needs: `extension_search as search`, and the averages it compares
 * with.
 */
export function catalogTables(sort: Sort): string {
  return `extension_search as search${sort === 'rating' ? ` cross join ${prior}` : ''}`;
}

/**
 * The SQL order of a list; relevance without words means popularity. Every order ends with the name, so that
 * no extension appears on two pages.
 *
 * Order by rating uses (average of all ratings × 5 + sum of its ratings) ÷ (5 + number of its ratings): a
 * single rating changes it little, and an unrated extension gets the average.
 */
export function catalogOrder(sort: Sort): string {
  if (sort === 'name') return 'search.name';
  if (sort === 'recent') return 'search.updated_at desc, search.name';
  const popular =
    'search.install_count desc, search.download_count desc, search.updated_at desc, search.name';
  return sort === 'rating' ? `${bayesian} desc, ${popular}` : popular;
}

const bayesian = '(prior.average * 5 + search.rating_sum) / (5 + search.rating_count)';

/** The average of all ratings; three stars where there are none. */
const prior = `(
  select coalesce(sum(rating_sum)::double precision / sum(rating_count), 3) as average
  from extension_search where rating_count > 0
) as prior`;
