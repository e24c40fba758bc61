import { countCategories } from '../cards/count-categories.ts';
import { chooseShelves, type Shelves } from '../lists/choose-shelves.ts';
import type { CategoryData } from '../page-data/page-data.ts';
import type { PlanContext } from '../plan-context.ts';

/** What the home page shows. */
export interface HomePage {
  /** Extensions with something live. */
  total: number;
  shelves: Shelves;
  categories: CategoryData[];
}

/** Chooses what stands on the home page. */
export function planHome({ source, cards }: PlanContext): HomePage {
  return {
    total: cards.length,
    shelves: chooseShelves(cards, source.featured),
    categories: countCategories(source.categories, cards),
  };
}
