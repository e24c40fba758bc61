import type { SearchItem } from '../search-item.ts';
import Fuse from 'fuse.js';
import type { Narrowed, UnderstoodWord } from './narrow-candidates.ts';
import type { WordIndex } from '../words/word-index.ts';

/** Most items that Fuse ranks; it is slow, and people look at fewer. */
const mostRanked = 30;

/** Fields for Fuse; the name weighs most. */
const keys = [
  { name: 'displayName', weight: 6 },
  { name: 'name', weight: 4 },
  { name: 'tags', weight: 3 },
  { name: 'description', weight: 2 },
];

/**
 * Ranks candidates, and returns their indices, best first. Fuse ranks the likeliest, with popular ones first
 * among about equal ones; the others follow by their scores.
 */
export function rankCandidates(index: WordIndex, { candidates, words }: Narrowed): number[] {
  const popularityOf = (nth: number) => index.popularities[nth] ?? 0;
  const sorted = candidates
    .map(({ nth, score }) => ({ nth, value: score * (1 + 0.05 * popularityOf(nth)) }))
    .sort(byValue);
  const head = sorted.slice(0, mostRanked);
  const relevance = fuseRelevance(
    head.flatMap(({ nth }) => index.items[nth] ?? []),
    words,
  );
  const ranked = head.map(({ nth }, at) => ({
    nth,
    value:
      (relevance[at] ?? 0) +
      0.1 * closeness(index.titles[nth] ?? '', words) +
      0.04 * popularityOf(nth),
  }));
  return [...ranked.sort(byValue), ...sorted.slice(mostRanked)].map(({ nth }) => nth);
}

function byValue(left: { value: number }, right: { value: number }): number {
  return right.value - left.value;
}

/** Relevance by item, from 0 for no match to 1 for all words. */
function fuseRelevance(items: readonly SearchItem[], words: readonly UnderstoodWord[]): number[] {
  const fuse = new Fuse(items, {
    keys,
    threshold: 0.4,
    ignoreLocation: true,
    ignoreDiacritics: true,
    includeScore: true,
    shouldSort: false,
  });
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const relevance = items.map(() => 0);
  for (const { meant, weight } of words) {
    const best = items.map(() => 0);
    for (const word of meant) {
      for (const { refIndex, score = 1 } of fuse.search(word)) {
        best[refIndex] = Math.max(best[refIndex] ?? 0, 1 - score);
      }
    }
    for (const [at, found] of best.entries()) {
      relevance[at] = (relevance[at] ?? 0) + (found * weight) / total;
    }
  }
  return relevance;
}

/** 2 for a title of exactly these words, 1 for one that begins with them, otherwise 0. */
function closeness(title: string, words: readonly UnderstoodWord[]): number {
  const typed = words.map((word) => word.typed).join('');
  const meant = words.map((word) => word.meant[0] ?? word.typed).join('');
  if (title === typed || title === meant) return 2;
  return title.startsWith(typed) || title.startsWith(meant) ? 1 : 0;
}
