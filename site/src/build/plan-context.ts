import type { Card } from './page-data/card.ts';
import type { DocCacheOptions } from './render/doc-cache.ts';
import type { SiteSource } from './site-source.ts';

/** What pages and files are planned from. */
export interface SitePlanContext {
  source: SiteSource;
  /** Every extension by name, including those without a live version. */
  extensions: readonly PlannedExtension[];
  /** Cards of live extensions, by name. */
  cards: readonly Card[];
  /** Renders READMEs and changelogs. */
  docs: DocCacheOptions;
}

/** An extension with only the facts that lists show. */
export interface PlannedExtension {
  card: Card;
  /** False where no version is live. */
  live: boolean;
  /** Digest of its entry. */
  entry: string;
}
