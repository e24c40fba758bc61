import type { Card } from '../page-data/card.ts';

/**
 * Terms of an extension with their weights, for comparing extensions. Tags weigh most, because authors choose
 * them for finding.
 */
export function listTerms(card: Card): Map<string, number> {
  const terms = new Map<string, number>();
  for (const word of wordsOf(`${card.displayName} ${card.description}`)) terms.set(word, 1);
  for (const category of card.categories) terms.set(`category ${category}`, 1);
  for (const tag of card.tags) terms.set(tag.toLowerCase(), 3);
  return terms;
}

/** Splits a text into words; short ones are left out because they are mostly "and", "for", "the". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
