import type { NotFoundPage } from '../page-data/single-pages.ts';
import { countCardCategories } from '../cards/count-categories.ts';
import type { SitePlanContext } from '../plan-context.ts';

/** Makes the data of the page for missing addresses, which links to the categories. */
export function planNotFound({ source, cards }: SitePlanContext): NotFoundPage {
  return { categories: countCardCategories(source.categories, cards) };
}
