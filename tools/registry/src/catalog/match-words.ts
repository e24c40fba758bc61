import { type CatalogItem, editDistance } from '@orchestra/core';

/** Weight of each field; the name weighs most. */
const fields: readonly [weight: number, words: (item: CatalogItem) => readonly string[]][] = [
  [8, (item) => [item.name, ...split(item.name)]],
  [6, (item) => split(item.displayName)],
  [4, (item) => [...item.tags, ...item.categories]],
  [3, (item) => item.owners],
  [1, (item) => split(item.description)],
];

/**
 * How well an item answers a query: 0 where a word of it is found nowhere. An exact name counts above
 * everything; a word may be a beginning, or have one typo.
 */
export function matchWords(item: CatalogItem, query: string): number {
  const wanted = query.trim().toLowerCase();
  const exact = item.name === wanted || item.displayName.toLowerCase() === wanted;
  const scores = split(wanted).map((word) => scoreWord(item, word));
  if (scores.includes(0)) return exact ? 1000 : 0;
  return scores.reduce((sum, score) => sum + score, exact ? 1000 : 0);
}

function scoreWord(item: CatalogItem, word: string): number {
  let best = 0;
  for (const [weight, words] of fields) {
    for (const candidate of words(item)) {
      best = Math.max(best, weight * similarity(word, candidate.toLowerCase()));
    }
  }
  return best;
}

function similarity(word: string, candidate: string): number {
  if (word === candidate) return 1;
  if (candidate.startsWith(word)) return 0.8;
  if (word.length >= 4 && candidate.includes(word)) return 0.5;
  const typo = word.length >= 4 && Math.abs(word.length - candidate.length) <= 1;
  return typo && editDistance(word, candidate) === 1 ? 0.4 : 0;
}

function split(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
