import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/card.ts';

const known = new WeakMap<Card, string>();

/**
 * A digest of what a card shows, without figures: they change without a publish, and pages aren't rebuilt for
 * them alone.
 */
export function cardKey(card: Card): string {
  const before = known.get(card);
  if (before !== undefined) return before;
  const { installs: _installs, downloads: _downloads, rating: _rating, ...facts } = card;
  const key = digest(facts);
  known.set(card, key);
  return key;
}
