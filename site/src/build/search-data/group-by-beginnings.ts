import { placesOf, type SearchItem } from '@orchestra/search';

/** The most extensions in one group: what is fetched while somebody types. */
const mostItems = 400;

/** Beginnings are told apart up to so many letters. */
const longest = 8;

/**
 * Groups extensions by how their words begin: with two letters, and where that is too many for one group,
 * with three as well, and so on. A group that is full has those with the very word first, then those that
 * came first.
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
  /** Of one of its words; a letter may be two units of a string. */
  letters: string[];
  item: SearchItem;
}

function findWords(item: SearchItem): Found[] {
  return [...placesOf(item).keys()].map((word) => ({ letters: [...word], item }));
}
