import { placesOf, type SearchItem } from '@orchestra/search';

/** Most extensions in one group, because it is fetched while somebody types. */
const mostItems = 400;

/** Longest beginning of a group, in letters. */
const longest = 8;

/**
 * Groups extensions by the beginnings of their words: two letters, or three and more where a group would be
 * too large. A full group prefers extensions with exactly that word, then those that came first.
 */
export function groupByBeginnings(items: readonly SearchItem[]): Map<string, SearchItem[]> {
  const groups = new Map<string, SearchItem[]>();
  const split = (found: readonly Found[], length: number) => {
    const beginnings = Map.groupBy(
      found.filter(({ letters }) => letters.length >= length),
      ({ letters }) => letters.slice(0, length).join(''),
    );
    for (const [beginning, own] of beginnings) {
      const exact = own.filter(({ letters }) => letters.length === length);
      const all = new Set([...exact, ...own].map(({ item }) => item));
      groups.set(beginning, [...all].slice(0, mostItems));
      if (all.size > mostItems && length < longest) split(own, length + 1);
    }
  };
  split(items.flatMap(findWords), 2);
  return groups;
}

interface Found {
  /** Letters of one of its words; a letter may be two UTF-16 units. */
  letters: string[];
  item: SearchItem;
}

function findWords(item: SearchItem): Found[] {
  return [...placesOf(item).keys()].map((word) => ({ letters: [...word], item }));
}
