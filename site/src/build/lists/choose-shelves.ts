import type { Card } from '../page-data/card.ts';
import type { Shelves } from '../page-data/single-pages.ts';
import { newFirst, popularFirst, updatedFirst } from './sort-cards.ts';

const longestShelf = 6;
/** Fewest extensions on a shelf; fewer would look like a leftover. */
const shortestShelf = 3;
/** Most extensions of a registry that the home page shows completely. */
const smallRegistry = 2 * longestShelf;

/**
 * Chooses the shelves of the home page. An extension is on one shelf only, the first that it fits, and a
 * shelf with too few extensions is left out.
 *
 * @param featured names in display order
 */
export function chooseShelves(cards: readonly Card[], featured: readonly string[]): Shelves {
  const left = new Map(cards.map((card) => [card.name, card]));
  const take = (wanted: readonly Card[], fewest: number): Card[] => {
    const taken = wanted.filter(({ name }) => left.has(name)).slice(0, longestShelf);
    if (taken.length < fewest) return [];
    for (const { name } of taken) left.delete(name);
    return taken;
  };
  const chosen = take(
    featured.flatMap((name) => left.get(name) ?? []),
    1,
  );
  if (cards.length <= smallRegistry)
    return {
      featured: chosen,
      popular: [],
      updated: [],
      new: [],
      rest: updatedFirst([...left.values()]),
    };
  const popular = take(popularFirst(cards), shortestShelf);
  const fresh = take(newFirst(cards), shortestShelf);
  const updated = take(
    updatedFirst(cards.filter((card) => card.updatedAt > card.createdAt)),
    shortestShelf,
  );
  return { featured: chosen, popular, updated, new: fresh, rest: [] };
}
