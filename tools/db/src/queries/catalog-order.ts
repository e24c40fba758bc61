import type { CatalogQuery } from '@orchestra/core';

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
