import type { ExtensionPage } from '../page-data/page-data.ts';
import type { BrowsePage } from './plan-browse.ts';
import type { CategoryPage } from './plan-categories.ts';
import type { DocsIndexPage, DocsPage } from './plan-docs.ts';
import type { HomePage } from './plan-home.ts';
import type { NotFoundPage } from './plan-not-found.ts';
import type { PublisherPage } from './plan-publishers.ts';
import type { SearchPage } from './plan-search.ts';
import type { TagPage } from './plan-tags.ts';

/** What a template is given, by the kind of its pages. */
export interface PageKinds {
  extensions: ExtensionPage;
  publishers: PublisherPage;
  tags: TagPage;
  categories: CategoryPage;
  browse: BrowsePage;
  docs: DocsPage;
}
export type PageKind = keyof PageKinds;

/** Every kind, with a folder of that name in `src/pages`. */
export const pageKinds = [
  'extensions',
  'publishers',
  'tags',
  'categories',
  'browse',
  'docs',
] as const satisfies readonly PageKind[];

/** A page before it is rendered. */
export interface PlannedPage<Kind extends PageKind = PageKind> {
  kind: Kind;
  /** Its address is `/<kind>/<id>/`. */
  id: string;
  /**
   * Digest of everything that the page follows from, but for code and configuration. Only a page whose key
   * changed is rendered again, so what changes without a publish has no place in it.
   */
  key: string;
  /** Name of the extension whose entry is read to make it; absent where none is. */
  entryOf?: string;
  make(): PageKinds[Kind] | Promise<PageKinds[Kind]>;
}

/** What the pages are given that exist once, by their names. They are rendered at every build. */
export interface SinglePages {
  home: HomePage;
  search: SearchPage;
  'docs-index': DocsIndexPage;
  'not-found': NotFoundPage;
}
