import { cardKey } from '../card-key.ts';
import { digest } from '../digest.ts';
import { countCategories } from '../count-categories.ts';
import type { Card, CategoryData } from '../page-data.ts';
import type { PlanContext } from '../plan-context.ts';
import { longestList } from './longest-list.ts';
import type { PlannedPage } from './planned-page.ts';

/** The page of a category. */
export interface CategoryPage {
  category: CategoryData;
  /** The featured ones first; at most {@link longestList}. */
  cards: Card[];
}

/** A page for each category, those with nothing in them too: their addresses stay good. */
export function planCategories({ source, cards }: PlanContext): PlannedPage<'categories'>[] {
  return countCategories(source.categories, cards).map((category) => {
    const shown = cards
      .filter((card) => card.categories.includes(category.id))
      .toSorted((left, right) => Number(right.featured) - Number(left.featured))
      .slice(0, longestList);
    return {
      kind: 'categories',
      id: category.id,
      key: digest([category, shown.map(cardKey)]),
      make: () => ({ category, cards: shown }),
    };
  });
}
