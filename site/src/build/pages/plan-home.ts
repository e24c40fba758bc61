import { countCategories } from '../count-categories.ts';
import type { Card, CategoryData } from '../page-data.ts';
import type { PlanContext } from '../plan-context.ts';

/** What the home page shows. */
export interface HomePage {
  /** Extensions with something live. */
  total: number;
  /** In the order that people chose. */
  featured: Card[];
  /** Newest first. */
  recent: Card[];
  categories: CategoryData[];
}

/** Chooses what stands on the home page. */
export function planHome({ source, cards }: PlanContext): HomePage {
  const byName = new Map(cards.map((card) => [card.name, card]));
  return {
    total: cards.length,
    featured: source.featured.flatMap((name) => byName.get(name) ?? []),
    recent: cards
      .filter((card) => !card.featured)
      .toSorted((left, right) => (left.updatedAt < right.updatedAt ? 1 : -1))
      .slice(0, 6),
    categories: countCategories(source.categories, cards),
  };
}
