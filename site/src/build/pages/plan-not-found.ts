import { countCategories } from '../cards/count-categories.ts';
import type { CategoryData } from '../page-data/page-data.ts';
import type { PlanContext } from '../plan-context.ts';

/** What the page for addresses without a page shows. */
export interface NotFoundPage {
  categories: CategoryData[];
}

/** Where to look instead. */
export function planNotFound({ source, cards }: PlanContext): NotFoundPage {
  return { categories: countCategories(source.categories, cards) };
}
