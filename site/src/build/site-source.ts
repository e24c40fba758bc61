import type {
  CatalogItem,
  CategoriesFile,
  Config,
  IndexEntry,
  Owner,
  Statistics,
} from '@orchestra/core';

/** What a site is built from: an index, its curated files, a way to read docs, and what people did. */
export interface SiteSource {
  config: Config;
  /** In the order in which people see them. */
  categories: CategoriesFile['categories'];
  /** Names, in order. */
  featured: readonly string[];
  verified: readonly Owner[];
  reservedNames: Iterable<string>;
  /** Of the index that is built. */
  commit: string;
  /** Names of all extensions. */
  names(): Promise<string[]>;
  /** Names whose entries differ from those of an older commit; null where nobody can tell. */
  changedSince(commit: string): Promise<string[] | null>;
  /** Null where there is none. */
  readEntry(name: string): Promise<IndexEntry | null>;
  /** Bytes of `manifest.json`, `readme.md` and so on; null where the version has no such file. */
  readDoc(of: DocOf): Promise<Buffer | null>;
  /** What is known of extensions with something live, by name; empty where there is no API to ask. */
  figures(): Promise<ReadonlyMap<string, Figures>>;
  /** Installs and downloads by day; null where there is no API to ask. */
  statistics(name: string): Promise<Statistics | null>;
}

/** A docs file of one version. */
export interface DocOf {
  name: string;
  version: string;
  path: string;
}

/** What people made of an extension. */
export type Figures = Pick<CatalogItem, 'installs' | 'downloads' | 'rating'>;
