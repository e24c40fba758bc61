import type { Card } from './page-data/card.ts';
import type { DocCacheOptions } from './render/doc-cache.ts';
import type { SiteSource } from './site-source.ts';

/** What pages and files are planned from. */
export interface SitePlanContext {
  source: SiteSource;
  /** Every extension, by name: those with nothing live too. */
  extensions: readonly PlannedExtension[];
  /** Cards of what is live, by name. */
  cards: readonly Card[];
  /** Renders READMEs. */
  docs: DocCacheOptions;
}

/** An extension, before anything more is read of it than what lists show. */
export interface PlannedExtension {
  card: Card;
  /** False where no version is offered. */
  live: boolean;
  /** Digest of its entry. */
  entry: string;
}
