import type { ExtensionFacts } from './facts/extension-facts.ts';
import type { Card } from './page-data/card.ts';
import type { RenderedGuide } from './docs/render-guide.ts';
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
  /** Renders the trusted Markdown of a guide, with the values of the registry. */
  renderGuide: (text: string) => Promise<RenderedGuide>;
}

/** An extension with only the facts that lists show. */
export interface PlannedExtension {
  card: Card;
  /** False where no version is live. */
  live: boolean;
  /** Digest of its entry. */
  entry: string;
  /** Its ids in VS Code, and those of the extensions that it needs or brings along. */
  relations: Pick<ExtensionFacts, 'vscodeIds' | 'needs' | 'brings'>;
}
