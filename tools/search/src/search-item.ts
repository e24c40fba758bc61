import type { Category, Compat, Permission, SearchRecord } from '@orchestra/core';

/** An extension in the site's search, with everything that its result shows. */
export interface SearchItem {
  name: string;
  displayName: string;
  description: string;
  compat: Compat;
  categories: readonly Category[];
  tags: readonly string[];
  publishers: readonly string[];
  /** Time of the newest version, in milliseconds since 1970. */
  updatedAt: number;
  featured: boolean;
  /** True where one of its publishers is verified. */
  verified: boolean;
  version: string;
  /** Path of the icon below the docs of that version, such as `icon.png`; null where there is none. */
  icon: string | null;
  permissions: readonly Permission[];
  /** Others that it may need, in code of which nobody can tell by reading it. */
  mayNeed: readonly Permission[];
  /** Number of accounts that have or had it installed. */
  installs: number;
  /** Number of downloads of its packages. */
  downloads: number;
  /** The average is null where there are no ratings. */
  rating: { average: number | null; count: number };
}

/** A row of search data: values in the order of its columns. */
export type SearchRow = readonly unknown[];

/**
 * The columns that are written. A release adds its own at the end and moves none, because sites, browsers and
 * command lines of different releases read each other's files.
 */
export const searchColumns = [
  'name',
  'displayName',
  'description',
  'compat',
  'categories',
  'tags',
  'publishers',
  'updatedAt',
  'featured',
  'verified',
  'version',
  'icon',
  'permissions',
  'installs',
  'downloads',
  'average',
  'ratings',
  'mayNeed',
] as const satisfies readonly (keyof SearchRecord)[];

/** Turns an item into a row: repeated keys would be half of the file. */
export function toSearchRow(item: SearchItem): SearchRow {
  const { rating, ...same } = item;
  const record: Required<SearchRecord> = {
    ...same,
    categories: [...item.categories],
    tags: [...item.tags],
    publishers: [...item.publishers],
    permissions: [...item.permissions],
    mayNeed: [...item.mayNeed],
    featured: item.featured ? 1 : 0,
    verified: item.verified ? 1 : 0,
    average: rating.average,
    ratings: rating.count,
  };
  return searchColumns.map((column) => record[column]);
}

/**
 * Names the values of a row. Columns that this release doesn't know are left out, and so are those that a row
 * of an earlier one lacks.
 *
 * @param columns as the directory of the files says; files of the first releases don't name them
 */
export function toSearchRecord(
  row: SearchRow,
  columns: readonly string[] = searchColumns,
): Record<string, unknown> {
  const values = searchColumns.flatMap((column) => {
    const at = columns.indexOf(column);
    return at === -1 || at >= row.length ? [] : [[column, row[at]] as const];
  });
  return Object.fromEntries(values);
}

/** Turns what a row says into an item. */
export function fromSearchRecord(record: SearchRecord): SearchItem {
  const { featured, verified, average, ratings, mayNeed = [], ...same } = record;
  return {
    ...same,
    mayNeed,
    featured: featured === 1,
    verified: verified === 1,
    rating: { average, count: ratings },
  };
}
