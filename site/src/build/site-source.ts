import type { CategoriesFile, Config, IndexEntry, Owner } from '@orchestra/core';

/** What a site is built from: an index, its curated files, and a way to read docs. */
export interface SiteSource {
  config: Config;
  /** In the order in which people see them. */
  categories: CategoriesFile['categories'];
  /** Names, in order. */
  featured: readonly string[];
  verified: readonly Owner[];
  reservedNames: Iterable<string>;
  entries(): AsyncIterable<IndexEntry>;
  /** Bytes of `manifest.json`, `readme.md` and so on; null where the version has no such file. */
  readDoc(of: DocOf): Promise<Buffer | null>;
}

/** A docs file of one version. */
export interface DocOf {
  name: string;
  version: string;
  path: string;
}
