import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/card.ts';

const known = new WeakMap<Card, string>();

/**
 * A digest of what a card shows, but for figures: those change without a publish, and no page is made again
 * for them alone.
 */
export function cardKey(card: Card): string {
  const before = known.get(card);
  if (before !== undefined) return before;
  const { installs: _installs, downloads: _downloads, rating: _rating, ...facts } = card;
  const key = digest(facts);
  known.set(card, key);
  return key;
}
