import type { Category, Compat, Permission } from '@orchestra/core';

/** What a site's search knows of an extension, and what it shows of it. */
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
  /** Whether a publisher of it is verified. */
  verified: boolean;
  version: string;
  /** Path below the docs of that version, such as `icon.png`; null where it has none. */
  icon: string | null;
  permissions: readonly Permission[];
  /** Accounts that have it, or had it. */
  installs: number;
  /** Requests for its packages. */
  downloads: number;
  /** The average is null without ratings. */
  rating: { average: number | null; count: number };
}

/** A row for each extension, its values in the order of {@link SearchItem}. */
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
];

/** An item as a row: keys told once for each extension would be half of the file. */
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
  ];
}

/** A row as an item. */
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
  };
}
