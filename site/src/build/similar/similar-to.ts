import { groupCards } from '../cards/group-cards.ts';
import type { Card } from '../page-data/card.ts';
import { listTerms } from './list-terms.ts';

/** Number of similar extensions that are shown. */
const shown = 4;

/** Terms of more extensions than this are ignored: they say little, and cost the most time. */
const tooCommon = 64;

/**
 * Prepares a function that finds similar extensions: those that share the rarest tags, words and categories,
 * and otherwise the next by name in its category.
 *
 * Figures aren't used, because they change without a publish.
 *
 * @param cards cards of all live extensions, by name
 */
export function similarTo(cards: readonly Card[]): (card: Card) => Card[] {
  const sharing = groupCards(cards, (card) => [...listTerms(card).keys()]);
  const inCategory = groupCards(cards, ({ categories }) => categories.slice(0, 1));
  return (card) => {
    const scores = new Map<Card, number>();
    for (const [term, weight] of listTerms(card)) {
      const others = sharing.get(term) ?? [];
      if (others.length > tooCommon) continue;
      // independent of the total number of extensions, because a new one would change many pages
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

/**
 * The next extensions by name, so that each is shown on as many pages as it shows others, in a category of
 * any size.
 */
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
