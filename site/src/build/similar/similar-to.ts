import { groupCards } from '../cards/group-cards.ts';
import type { Card } from '../page-data/card.ts';
import { listTerms } from './list-terms.ts';

/** How many are shown. */
const shown = 4;

/** What more extensions than this have in common makes none of them alike, and would cost the most. */
const tooCommon = 64;

/**
 * Prepares to find extensions that are like another one: those that share the rarest tags, words and
 * categories with it; where none does, those that come next by name in its category.
 *
 * Figures have no say: they change without a publish.
 *
 * @param cards of everything live, by name
 */
export function similarTo(cards: readonly Card[]): (card: Card) => Card[] {
  const sharing = groupCards(cards, (card) => [...listTerms(card).keys()]);
  const inCategory = groupCards(cards, ({ categories }) => categories.slice(0, 1));
  return (card) => {
    const scores = new Map<Card, number>();
    for (const [term, weight] of listTerms(card)) {
      const others = sharing.get(term) ?? [];
      if (others.length > tooCommon) continue;
      // how many there are in all has no say: one more would change the pages of many
      const score = weight / others.length;
      for (const other of others)
        if (other.name !== card.name) scores.set(other, (scores.get(other) ?? 0) + score);
    }
    if (scores.size === 0) return nextByName(card, inCategory.get(card.categories[0] ?? '') ?? []);
    return [...scores]
      .sort(byScore)
      .slice(0, shown)
      .map(([other]) => other);
  };
}

/** Each is shown by as many as it shows, however large the category is. */
function nextByName(card: Card, cards: readonly Card[]): Card[] {
  const after = cards.findIndex(({ name }) => name > card.name);
  const start = after === -1 ? cards.length : after;
  return [...cards.slice(start, start + shown), ...cards.slice(0, shown)]
    .filter(
      ({ name }, nth, all) =>
        name !== card.name && all.findIndex((one) => one.name === name) === nth,
    )
    .slice(0, shown);
}

function byScore([one, ofOne]: [Card, number], [two, ofTwo]: [Card, number]): number {
  return ofTwo - ofOne || (one.name < two.name ? -1 : 1);
}
