import type { Static } from 'typebox';
import { DocsIndexPageSchema, DocsPageSchema } from './docs-pages.ts';
import { ExtensionPageSchema } from './extension-page.ts';
import {
  BrowsePageSchema,
  CategoryPageSchema,
  PublisherPageSchema,
  TagPageSchema,
} from './list-pages.ts';
import { HomePageSchema, NotFoundPageSchema, SearchPageSchema } from './single-pages.ts';

/** Schemas of the data for each kind of page; `src/pages` has a folder for each kind. */
export const pageSchemas = {
  extensions: ExtensionPageSchema,
  publishers: PublisherPageSchema,
  tags: TagPageSchema,
  categories: CategoryPageSchema,
  browse: BrowsePageSchema,
  docs: DocsPageSchema,
};
/** Type of {@link pageSchemas}. */
export type PageSchemas = typeof pageSchemas;
/** Name of a kind of page. */
export type PageKind = keyof PageSchemas;
/** Type of the data for each kind of page. */
export type PageKinds = { [Kind in PageKind]: Static<PageSchemas[Kind]> };

/** Schemas of the data for pages that exist once, by name. They are rendered at every build. */
export const singleSchemas = {
  home: HomePageSchema,
  search: SearchPageSchema,
  'docs-index': DocsIndexPageSchema,
  'not-found': NotFoundPageSchema,
};
/** Type of {@link singleSchemas}. */
export type SingleSchemas = typeof singleSchemas;
/** Type of the data for each page that exists once. */
export type SinglePages = { [Name in keyof SingleSchemas]: Static<SingleSchemas[Name]> };
