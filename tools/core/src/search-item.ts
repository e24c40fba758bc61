import type { Category, Compat } from './schema/names.ts';

/** What a site's search knows of an extension. */
export interface SearchItem {
  name: string;
  displayName: string;
  description: string;
  compat: Compat;
  categories: readonly Category[];
  tags: readonly string[];
  publishers: readonly string[];
  /** Milliseconds since 1970 of the newest version. */
  updatedAt: number;
  featured: boolean;
}

/** `search.json`: a row for each extension, its values in the order of {@link SearchItem}. */
export type SearchRow = [
  name: string,
  displayName: string,
  description: string,
  compat: Compat,
  categories: readonly Category[],
  tags: readonly string[],
  publishers: readonly string[],
  updatedAt: number,
  featured: 0 | 1,
];

/** An item as a row: keys told once for each extension would be half of the file. */
export function toSearchRow(item: SearchItem): SearchRow {
  const { name, displayName, description, compat, categories, tags, publishers } = item;
  const { updatedAt, featured } = item;
  const flag = featured ? 1 : 0;
  return [name, displayName, description, compat, categories, tags, publishers, updatedAt, flag];
}

/** A row as an item. */
export function fromSearchRow(row: SearchRow): SearchItem {
  const [name, displayName, description, compat, categories, tags, publishers, updatedAt, flag] =
    row;
  const featured = flag === 1;
  return {
    name,
    displayName,
    description,
    compat,
    categories,
    tags,
    publishers,
    updatedAt,
    featured,
  };
}
