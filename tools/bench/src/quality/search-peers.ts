import {
  fromSearchRecord,
  parseSearchQuery,
  type SearchItem,
  toSearchRecord,
  searchItems,
  WordIndex,
} from '@orchestra/search';
import { parseJson, parseValue, SearchRecordsSchema, SearchRowsSchema } from '@orchestra/core';
import { type Card, planSearchData } from '@orchestra/site';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

/** A search engine over the same extensions, with its name. */
export interface SearchPeer {
  name: string;
  /** Returns names of extensions, best first. */
  search(q: string): string[];
}

/** Most results of each, about what a screen shows. */
const limit = 24;

/** Weights of fields, for engines that take them. */
const weights = { displayName: 6, name: 4, tags: 3, description: 2 };
const fields = ['displayName', 'name', 'tags', 'description'] as const;

/** The site's own search, as its worker runs it after everything is fetched. */
export function ownSearch(items: readonly SearchItem[]): SearchPeer {
  const index = new WordIndex(items);
  const all = parseSearchQuery('');
  return {
    name: 'ours',
    search: (q) => searchItems(index, { ...all, q }, { limit }).items.map(({ name }) => name),
  };
}

/** Fuse.js alone, over all extensions. */
export function plainFuse(items: readonly SearchItem[]): SearchPeer {
  const keys = fields.map((name) => ({ name, weight: weights[name] }));
  const fuse = new Fuse(items, { keys, ignoreLocation: true, threshold: 0.4 });
  return {
    name: 'plain Fuse',
    search: (q) => fuse.search(q, { limit }).map(({ item }) => item.name),
  };
}

/** MiniSearch: an inverted index with prefixes and typos, set up as its documentation says. */
export function miniSearch(items: readonly SearchItem[]): SearchPeer {
  const index = new MiniSearch<SearchItem>({
    idField: 'name',
    fields: [...fields],
    extractField: (item, field) => {
      const value: unknown = Reflect.get(item, field);
      return Array.isArray(value) ? value.join(' ') : String(value);
    },
    searchOptions: { prefix: true, fuzzy: 0.2, boost: weights },
  });
  index.addAll(items);
  return {
    name: 'MiniSearch',
    search: (q) =>
      index
        .search(q)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}

/** The search items of extensions, as the site publishes them. */
export async function publishedItems(cards: readonly Card[]): Promise<SearchItem[]> {
  const [, popular] = planSearchData({ cards });
  const parsed = parseJson(SearchRowsSchema, String(await popular?.make()));
  const records = parsed.ok ? parsed.value.map((row) => toSearchRecord(row)) : [];
  const read = parseValue(SearchRecordsSchema, records);
  if (!read.ok) throw new Error('The search data of the site can not be read');
  return read.value.map(fromSearchRecord);
}
