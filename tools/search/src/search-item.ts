import type { Category, Compat, Permission } from '@orchestra/core';

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

/** An extension as an array, with the values in the order of {@link SearchItem}. */
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
  verified: 0 | 1,
  version: string,
  icon: string | null,
  permissions: readonly Permission[],
  installs: number,
  downloads: number,
  average: number | null,
  ratings: number,
  mayNeed: readonly Permission[],
];

/** Turns an item into a row: repeated keys would be half of the file. */
export function toSearchRow(item: SearchItem): SearchRow {
  return [
    item.name,
    item.displayName,
    item.description,
    item.compat,
    item.categories,
    item.tags,
    item.publishers,
    item.updatedAt,
    item.featured ? 1 : 0,
    item.verified ? 1 : 0,
    item.version,
    item.icon,
    item.permissions,
    item.installs,
    item.downloads,
    item.rating.average,
    item.rating.count,
    item.mayNeed,
  ];
}

/** Turns a row into an item. */
export function fromSearchRow(row: SearchRow): SearchItem {
  return {
    name: row[0],
    displayName: row[1],
    description: row[2],
    compat: row[3],
    categories: row[4],
    tags: row[5],
    publishers: row[6],
    updatedAt: row[7],
    featured: row[8] === 1,
    verified: row[9] === 1,
    version: row[10],
    icon: row[11],
    permissions: row[12],
    installs: row[13],
    downloads: row[14],
    rating: { average: row[15], count: row[16] },
    mayNeed: row[17],
  };
}
