import {
  popularity,
  popularRowsPath,
  searchColumns,
  searchDirectoryPath,
  type SearchItem,
  toSearchRow,
  wordRowsPath,
} from '@orchestra/search';
import { type SearchDirectory } from '@orchestra/core';
import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/card.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { groupByBeginnings } from '../search-data/group-by-beginnings.ts';
import { toSearchItem } from '../search-data/to-search-item.ts';
import type { PlannedFile } from './planned-file.ts';

/** A registry with at most this many extensions has all of them in one search file. */
const mostPopular = 4000;

/**
 * Plans the search data, for browsers and the command line. The most popular extensions are in one file.
 * Larger registries also have a file for each beginning of words, which is fetched when such a word is typed.
 */
export function planSearchData({ cards }: Pick<SitePlanContext, 'cards'>): PlannedFile[] {
  const cardOf = new Map<SearchItem, Card>();
  for (const card of cards) cardOf.set(toSearchItem(card), card);
  const items = [...cardOf.keys()].sort(
    (left, right) => popularity(right) - popularity(left) || (left.name < right.name ? -1 : 1),
  );
  const popular = items.slice(0, mostPopular);
  const groups = popular.length < items.length ? groupByBeginnings(items) : new Map();
  const directory: SearchDirectory = {
    format: 1,
    total: items.length,
    popular: popular.length,
    columns: [...searchColumns],
    words: [...groups.keys()],
  };

  const file = (path: string, what: { key: unknown; make: () => unknown }): PlannedFile => ({
    path: path.slice(1),
    key: digest(what.key),
    make: () => JSON.stringify(what.make()),
  });
  const rows = (path: string, of: readonly SearchItem[]) => {
    const keys = of.flatMap((item) => cardOf.get(item) ?? []).map(cardKey);
    // sorted, because the order depends on figures, which aren't part of a key
    return file(path, { key: [searchColumns, keys.sort()], make: () => of.map(toSearchRow) });
  };
  return [
    file(searchDirectoryPath, { key: directory, make: () => directory }),
    rows(popularRowsPath, popular),
    ...[...groups].map(([beginning, group]) => rows(wordRowsPath(beginning), group)),
  ];
}
