import type { SearchItem } from '@orchestra/core';
import Fuse, { type Expression } from 'fuse.js';
import type { SearchSort } from './search-query.ts';
import { splitWords } from './split-words.ts';

/** The name weighs most. */
const keys = [
  { name: 'name', weight: 8 },
  { name: 'displayName', weight: 8 },
  { name: 'tags', weight: 4 },
  { name: 'categories', weight: 3 },
  { name: 'publishers', weight: 3 },
  { name: 'description', weight: 2 },
];

/**
 * Orders candidates, best first. By relevance the extension of exactly that name is always the first,
 * then Fuse decides; what it finds unlike the query is left out.
 */
export function rankItems(
  candidates: readonly SearchItem[],
  by: { q: string; sort: SearchSort },
): SearchItem[] {
  const words = splitWords(by.q);
  if (words.length === 0) return candidates.toSorted(comparisons[by.sort]);
  const fuse = new Fuse(candidates, {
    keys,
    threshold: 0.3,
    ignoreLocation: true,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
  });
  const every: Expression = { $and: words.map(anywhere) };
  const some: Expression = { $or: words.map(anywhere) };
  const strict = fuse.search(every);
  const found = (strict.length > 0 ? strict : fuse.search(some)).map(({ item }) => item);
  if (by.sort !== 'relevance') return found.toSorted(comparisons[by.sort]);
  return found.toSorted((left, right) => closeness(right, words) - closeness(left, words));
}

function anywhere(word: string): Expression {
  return { $or: keys.map(({ name }) => ({ [name]: word })) };
}

/** 3 for the very name, 2 for a name with every word in it, 1 for one that begins so, else 0. */
function closeness(item: SearchItem, words: readonly string[]): number {
  const names = [splitWords(item.name), splitWords(item.displayName)];
  if (names.some((name) => name.join('') === words.join(''))) return 3;
  if (names.some((name) => words.every((word) => name.includes(word)))) return 2;
  return names.some((name) => name.join('').startsWith(words.join(''))) ? 1 : 0;
}

type Comparison = (left: SearchItem, right: SearchItem) => number;

const byName: Comparison = (left, right) =>
  left.displayName.localeCompare(right.displayName, 'en') || (left.name < right.name ? -1 : 1);
const byTime: Comparison = (left, right) => right.updatedAt - left.updatedAt || byName(left, right);

/** Without words nothing is relevant: what people chose comes first, then what is new. */
const comparisons: Readonly<Record<SearchSort, Comparison>> = {
  relevance: (left, right) => Number(right.featured) - Number(left.featured) || byTime(left, right),
  recent: byTime,
  name: byName,
};
