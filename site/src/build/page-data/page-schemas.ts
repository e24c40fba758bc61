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

/** What a template is given, by the kind of its pages: there is a folder of each name in `src/pages`. */
export const pageSchemas = {
  extensions: ExtensionPageSchema,
  publishers: PublisherPageSchema,
  tags: TagPageSchema,
  categories: CategoryPageSchema,
  browse: BrowsePageSchema,
  docs: DocsPageSchema,
};
export type PageSchemas = typeof pageSchemas;
export type PageKind = keyof PageSchemas;
export type PageKinds = { [Kind in PageKind]: Static<PageSchemas[Kind]> };

/** What the pages are given that exist once, by their names. They are rendered at every build. */
export const singleSchemas = {
  home: HomePageSchema,
  search: SearchPageSchema,
  'docs-index': DocsIndexPageSchema,
  'not-found': NotFoundPageSchema,
};
export type SingleSchemas = typeof singleSchemas;
export type SinglePages = { [Name in keyof SingleSchemas]: Static<SingleSchemas[Name]> };
