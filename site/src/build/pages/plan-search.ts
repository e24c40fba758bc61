import { countFacets, parseSearchQuery } from '@orchestra/search';
import type { SearchPageData } from '../page-data/single-pages.ts';
import { countCardCategories } from '../cards/count-categories.ts';
import type { Card } from '../page-data/card.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { toSearchItem } from '../search-data/to-search-item.ts';

/** Makes what the search page shows before a search. */
export function planSearch({ source, cards }: SitePlanContext): SearchPageData {
  return {
    total: cards.length,
    popular: cards.toSorted(byPopularity).slice(0, 24),
    categories: countCardCategories(source.categories, cards),
    facets: countFacets(cards.map(toSearchItem), parseSearchQuery('')),
  };
}

function byPopularity(left: Card, right: Card): number {
  return (
    (right.installs ?? 0) - (left.installs ?? 0) ||
    (left.updatedAt < right.updatedAt ? 1 : left.updatedAt > right.updatedAt ? -1 : 0)
  );
}
