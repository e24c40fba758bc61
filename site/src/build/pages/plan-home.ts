import type { HomePage } from '../page-data/single-pages.ts';
import { countCategories } from '../cards/count-categories.ts';
import { chooseShelves } from '../lists/choose-shelves.ts';
import type { PlanContext } from '../plan-context.ts';

/** Chooses what stands on the home page. */
export function planHome({ source, cards }: PlanContext): HomePage {
  return {
    total: cards.length,
    shelves: chooseShelves(cards, source.featured),
    categories: countCategories(source.categories, cards),
  };
}
