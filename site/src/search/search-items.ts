import type { SearchItem } from '@orchestra/core';
import type { WordIndex } from './index-words.ts';
import { narrowCandidates } from './narrow-candidates.ts';
import { rankItems } from './rank-items.ts';
import type { SearchQuery } from './search-query.ts';
import { splitWords } from './split-words.ts';

/** Ranking looks at no more than these: people look at fewer. */
const mostCandidates = 500;

/** Answers a query: narrow by words, then filter, then rank. */
export function searchItems(index: WordIndex, query: SearchQuery): SearchItem[] {
  const asked = splitWords(query.q).length > 0;
  const candidates = asked ? narrowCandidates(index, query.q) : index.items;
  const passing = candidates.filter(
    (item) =>
      (query.category === null || item.categories.includes(query.category)) &&
      (query.compat === null || item.compat === query.compat),
  );
  return rankItems(asked ? passing.slice(0, mostCandidates) : passing, query);
}
