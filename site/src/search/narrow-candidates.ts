import { editDistance, type SearchItem } from '@orchestra/core';
import { splitWords } from './split-words.ts';
import { trigrams, type WordIndex } from './index-words.ts';

/**
 * The items worth ranking: those that have every word of the query, as a beginning, a middle or with a
 * typo; where no item has them all, those that have one. Those that have more of them come first.
 */
export function narrowCandidates(index: WordIndex, query: string): SearchItem[] {
  const wanted = [...new Set(splitWords(query))];
  const hits = new Map<number, number>();
  for (const word of wanted) {
    for (const nth of itemsLike(index, word)) hits.set(nth, (hits.get(nth) ?? 0) + 1);
  }
  const all = [...hits].filter(([, count]) => count === wanted.length);
  const kept = all.length > 0 ? all : [...hits].sort(([, left], [, right]) => right - left);
  return kept.flatMap(([nth]) => index.items[nth] ?? []);
}

function itemsLike(index: WordIndex, wanted: string): Set<number> {
  const exact = wordsStarting(index.words, wanted);
  const words = exact.length > 0 ? exact : wordsAlike(index, wanted);
  return new Set(words.flatMap((nth) => index.itemsOf[nth] ?? []));
}

function wordsStarting(words: readonly string[], beginning: string): number[] {
  const from = firstFrom(words, beginning);
  // no letter or digit is after U+FFFF as text is compared
  const to = firstFrom(words, `${beginning}\uffff`);
  return Array.from({ length: to - from }, (_, nth) => from + nth);
}

/** Number of the first word that isn't before the given one. */
function firstFrom(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that have the given one in them, or begin like it but for a typo; trigrams say where to look. */
function wordsAlike(index: WordIndex, wanted: string): number[] {
  const sharing = new Set<number>();
  for (const part of trigrams(wanted)) {
    for (const nth of index.wordsOf.get(part) ?? []) sharing.add(nth);
  }
  return [...sharing].filter((nth) => isAlike(index.words[nth] ?? '', wanted));
}

function isAlike(word: string, wanted: string): boolean {
  if (word.includes(wanted)) return true;
  const typos = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2;
  const beginning = word.slice(0, wanted.length);
  return Math.min(editDistance(wanted, word), editDistance(wanted, beginning)) <= typos;
}
