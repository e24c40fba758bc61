import type { Card } from '../page-data/card.ts';

/** What two extensions may have in common, and how much that says: tags are chosen to be found by. */
export function listTerms(card: Card): Map<string, number> {
  const terms = new Map<string, number>();
  for (const word of wordsOf(`${card.displayName} ${card.description}`)) terms.set(word, 1);
  for (const category of card.categories) terms.set(`category ${category}`, 1);
  for (const tag of card.tags) terms.set(tag.toLowerCase(), 3);
  return terms;
}

/** Shorter words say nothing: and, for, the. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
