import type { CatalogQuery } from '@orchestra/core';

/** The values of a statement that is put together. */
export interface BoundValues {
  values: unknown[];
  /** Adds a value. @returns what stands for it in the statement: `$1` */
  bind(value: unknown): string;
}

/** Starts with no values. */
export function bindValues(): BoundValues {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * The condition that a query's filters put on `extension_search as search`: all that an extension must
 * have is one look into one index.
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
    conditions.push(`not search.facets @> ${bind([`permission:${without}`])}::text[]`);
  return conditions.join(' and ') || 'true';
}

type Sort = CatalogQuery['sort'];

/** What {@link catalogOrder} needs: `extension_search as search`, and what it is compared with. */
export function catalogTables(sort: Sort): string {
  return `extension_search as search${sort === 'rating' ? ` cross join ${prior}` : ''}`;
}

/**
 * How a list is ordered; relevance without words is popularity. Every order ends with the name, so that
 * no extension is on two pages.
 *
 * A place by rating goes by (average of all ratings × 5 + sum of its ratings) ÷ (5 + number of its
 * ratings): a single rating moves it little, and what nobody has rated stands at the average.
 */
export function catalogOrder(sort: Sort): string {
  if (sort === 'name') return 'search.name';
  if (sort === 'recent') return 'search.updated_at desc, search.name';
  const popular =
    'search.install_count desc, search.download_count desc, search.updated_at desc, search.name';
  return sort === 'rating' ? `${bayesian} desc, ${popular}` : popular;
}

const bayesian = '(prior.average * 5 + search.rating_sum) / (5 + search.rating_count)';

/** Three stars where nobody has rated anything. */
const prior = `(
  select coalesce(sum(rating_sum)::double precision / sum(rating_count), 3) as average
  from extension_search where rating_count > 0
) as prior`;
