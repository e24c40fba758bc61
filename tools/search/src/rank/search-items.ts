import { orderItems } from './order-items.ts';
import { type SearchItem } from '../search-item.ts';
import { splitWords } from '../words/split-words.ts';
import { countFacets, type FacetCounts, passesFilters } from '../count-facets.ts';
import { narrowCandidates } from './narrow-candidates.ts';
import { nearestWords } from '../words/nearest-words.ts';
import { rankCandidates } from './rank-candidates.ts';
import type { SearchQuery } from '../search-query.ts';
import type { WordIndex } from '../words/word-index.ts';

/** The result of a search. */
export interface SearchAnswer {
  /** The first items, best first. */
  items: SearchItem[];
  /** Number of all matching items. */
  total: number;
  facets: FacetCounts;
  /** The words to highlight in the items. */
  marks: string[];
  /** Where nothing was found, a similar query of known words; null otherwise, or where none is similar. */
  suggestion: string | null;
}

/**
 * Answers a query: finds candidates, ranks them, then filters.
 *
 * @param options.limit most items to return
 */
export function searchItems(
  index: WordIndex,
  query: SearchQuery,
  options: { limit: number },
): SearchAnswer {
  const { found, marks } = findItems(index, query);
  const passing = found.filter((item) => passesFilters(item, query));
  return {
    items: passing.slice(0, options.limit),
    total: passing.length,
    facets: countFacets(found, query),
    marks,
    suggestion: found.length > 0 ? null : nearestWords(index, query.q),
  };
}

function findItems(
  index: WordIndex,
  { q, sort }: SearchQuery,
): { found: SearchItem[]; marks: string[] } {
  if (splitWords(q).length === 0) return { found: orderItems(index.items, sort), marks: [] };
  const narrowed = narrowCandidates(index, q);
  const numbers =
    sort === 'relevance'
      ? rankCandidates(index, narrowed)
      : narrowed.candidates.map(({ nth }) => nth);
  const items = numbers.flatMap((nth) => index.items[nth] ?? []);
  return {
    found: sort === 'relevance' ? items : orderItems(items, sort),
    marks: narrowed.words.flatMap(({ meant }) => meant),
  };
}
