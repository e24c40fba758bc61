import type { HomePage } from '../page-data/single-pages.ts';
import { countCardCategories } from '../cards/count-categories.ts';
import { chooseShelves } from '../lists/choose-shelves.ts';
import type { SitePlanContext } from '../plan-context.ts';

/** Makes the data of the home page. */
export function planHome({ source, cards }: SitePlanContext): HomePage {
  return {
    total: cards.length,
    shelves: chooseShelves(cards, source.featured),
    categories: countCardCategories(source.categories, cards),
  };
}
