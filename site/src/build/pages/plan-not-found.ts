import type { NotFoundPage } from '../page-data/single-pages.ts';
import { countCategories } from '../cards/count-categories.ts';
import type { PlanContext } from '../plan-context.ts';

/** Where to look instead. */
export function planNotFound({ source, cards }: PlanContext): NotFoundPage {
  return { categories: countCategories(source.categories, cards) };
}
