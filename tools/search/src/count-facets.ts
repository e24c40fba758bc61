import { type Category, categories, type Compat, compats } from '@orchestra/core';
import { mayDo } from './may-do.ts';
import { type SearchItem } from './search-item.ts';
import type { SearchQuery } from './search-query.ts';
import { type Without, withouts, withoutTexts } from './withouts.ts';

/** The filters of a query. */
export type Filters = Pick<SearchQuery, 'category' | 'compat' | 'without'>;

/** For each choice of a filter, the number of items that it would leave, with the other filters unchanged. */
export interface FacetCounts {
  category: Record<Category, number>;
  compat: Record<Compat, number>;
  without: Record<Without, number>;
}

/** True where an item passes all filters. */
export function passesFilters(item: SearchItem, { category, compat, without }: Filters): boolean {
  return (
    (category === null || item.categories.includes(category)) &&
    (compat === null || item.compat === compat) &&
    without.every((value) => doesWithout(item, value))
  );
}

/** Counts the items that each choice of each filter would leave. */
export function countFacets(items: Iterable<SearchItem>, filters: Filters): FacetCounts {
  const counts: FacetCounts = {
    category: zeros(categories),
    compat: zeros(compats),
    without: zeros(withouts),
  };
  for (const item of items) {
    if (passesFilters(item, { ...filters, category: null })) {
      for (const category of item.categories) counts.category[category] += 1;
    }
    if (passesFilters(item, { ...filters, compat: null })) counts.compat[item.compat] += 1;
    if (!passesFilters(item, filters)) continue;
    for (const value of withouts) if (doesWithout(item, value)) counts.without[value] += 1;
  }
  return counts;
}

function doesWithout(item: SearchItem, value: Without): boolean {
  return !withoutTexts[value].permissions.some((id) => mayDo(item, id));
}

function zeros<T extends string>(keys: readonly T[]): Record<T, number>;
function zeros(keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, 0]));
}
