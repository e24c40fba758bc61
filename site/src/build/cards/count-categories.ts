import type { Card, CategoryData } from '../page-data/card.ts';
import type { SiteSource } from '../site-source.ts';

/** Counts the cards in each category, in display order. */
export function countCardCategories(
  categories: SiteSource['categories'],
  cards: readonly Card[],
): CategoryData[] {
  const counts = Map.groupBy(
    cards.flatMap((card) => card.categories),
    (id) => id,
  );
  return categories.map((category) => ({
    ...category,
    count: counts.get(category.id)?.length ?? 0,
  }));
}
