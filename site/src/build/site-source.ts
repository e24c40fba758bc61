import type {
  CatalogItem,
  CategoriesFile,
  Config,
  IndexEntry,
  Owner,
  Statistics,
} from '@orchestra/core';

/** The sources of a site: an index, its curated files, docs, and figures. */
export interface SiteSource {
  config: Config;
  /** In display order. */
  categories: CategoriesFile['categories'];
  /** Names in display order. */
  featured: readonly string[];
  verified: readonly Owner[];
  reservedNames: Iterable<string>;
  /** The commit of the index. */
  commit: string;
  /** Names of all extensions. */
  names(): Promise<string[]>;
  /** Names whose entries changed since an older commit; null where that is unknown. */
  changedSince(commit: string): Promise<string[] | null>;
  /** The entry of an extension; null where there is none. */
  readEntry(name: string): Promise<IndexEntry | null>;
  /** Bytes of `manifest.json`, `readme.md` and so on; null where the version has no such file. */
  readDoc(of: DocOf): Promise<Buffer | null>;
  /** Figures of live extensions, by name; empty where there is no API to ask. */
  figures(): Promise<ReadonlyMap<string, Figures>>;
  /** Parts of the engine that runs extensions, which the site serves as they are; none where it is absent. */
  engines?: readonly EngineFile[];
  /** Installs and downloads by day; null where there is no API to ask. */
  statistics(name: string): Promise<Statistics | null>;
}

/** A file of the engine that runs extensions. */
export interface EngineFile {
  /** Path relative to the site. */
  path: string;
  /** Absolute path of the file. */
  file: string;
}

/** Names a docs file of a version. */
export interface DocOf {
  name: string;
  version: string;
  path: string;
}

/** Installs, downloads and rating of an extension. */
export type Figures = Pick<CatalogItem, 'installs' | 'downloads' | 'rating'>;
