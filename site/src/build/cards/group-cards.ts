import type { Card } from '../page-data/card.ts';

/** Groups cards by a property, and keeps their order. */
export function groupCards(
  cards: readonly Card[],
  keysOf: (card: Card) => readonly string[],
): Map<string, Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [card]);
      else group.push(card);
    }
  }
  return groups;
}
