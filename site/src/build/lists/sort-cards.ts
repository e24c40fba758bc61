import type { Card } from '../page-data/card.ts';

/** Sorts by installs, most first, and leaves out cards without a known number. */
export function popularFirst(cards: readonly Card[]): Card[] {
  return cards
    .filter((card) => (card.installs ?? 0) > 0)
    .sort((left, right) => (right.installs ?? 0) - (left.installs ?? 0) || byName(left, right));
}

/** Sorts by first publish, newest first. */
export function newFirst(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => right.createdAt.localeCompare(left.createdAt) || byName(left, right),
  );
}

/** Sorts by last update, newest first. */
export function updatedFirst(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => right.updatedAt.localeCompare(left.updatedAt) || byName(left, right),
  );
}

/** Sorts featured extensions first, then by installs, then by last update. */
export function bestFirst(cards: readonly Card[]): Card[] {
  return [
    ...new Set([
      ...cards.filter((card) => card.featured),
      ...popularFirst(cards),
      ...updatedFirst(cards),
    ]),
  ];
}

/** Sorts by title in dictionary order, and by name for equal titles. */
export function byTitle(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => collator.compare(left.displayName, right.displayName) || byName(left, right),
  );
}

// one collator for all: sorting 50,000 titles would otherwise create as many
const collator = new Intl.Collator('en', { numeric: true });

function byName(left: Card, right: Card): number {
  return left.name < right.name ? -1 : 1;
}
