import type { Card } from '../page-data/card.ts';

/** Those that most people installed, most first; those of which nobody knows are left out. */
export function popularFirst(cards: readonly Card[]): Card[] {
  return cards
    .filter((card) => (card.installs ?? 0) > 0)
    .sort((left, right) => (right.installs ?? 0) - (left.installs ?? 0) || byName(left, right));
}

/** Those that were published last, first. */
export function newFirst(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => right.createdAt.localeCompare(left.createdAt) || byName(left, right),
  );
}

/** Those whose newest version is the newest, first. */
export function updatedFirst(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => right.updatedAt.localeCompare(left.updatedAt) || byName(left, right),
  );
}

/** What people chose, then what most people use, then what changed last. */
export function bestFirst(cards: readonly Card[]): Card[] {
  return [
    ...new Set([
      ...cards.filter((card) => card.featured),
      ...popularFirst(cards),
      ...updatedFirst(cards),
    ]),
  ];
}

/** By what people call them, as a dictionary has it; by name where they share that. */
export function byTitle(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (left, right) => collator.compare(left.displayName, right.displayName) || byName(left, right),
  );
}

// a collator of its own: the sort of 50,000 titles would make as many
const collator = new Intl.Collator('en', { numeric: true });

function byName(left: Card, right: Card): number {
  return left.name < right.name ? -1 : 1;
}
