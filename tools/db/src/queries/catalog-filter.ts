import type { CatalogQuery } from '@orchestra/core';
import type { BoundValues } from './bind-values.ts';

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
