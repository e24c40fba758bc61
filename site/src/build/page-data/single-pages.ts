import { CategorySchema, CompatSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { withouts } from '@orchestra/search';
import { CardSchema, CategoryDataSchema } from './card.ts';

const CardsSchema = Type.Array(CardSchema);

/** The shelves of the home page. */
const ShelvesSchema = Type.Object({
  featured: CardsSchema,
  popular: CardsSchema,
  updated: CardsSchema,
  new: CardsSchema,
  /** All other extensions, in a small registry that needs no further shelves. */
  rest: CardsSchema,
});
export type Shelves = Static<typeof ShelvesSchema>;

/** The data of the home page. */
export const HomePageSchema = Type.Object({
  /** Number of extensions with a live version. */
  total: Type.Integer(),
  shelves: ShelvesSchema,
  categories: Type.Array(CategoryDataSchema),
});
export type HomePage = Static<typeof HomePageSchema>;

/** What the search page shows before a search. */
export const SearchPageSchema = Type.Object({
  /** Number of extensions with a live version. */
  total: Type.Integer(),
  /** The most installed extensions, then the newest; at most 24. */
  popular: CardsSchema,
  categories: Type.Array(CategoryDataSchema),
  /** Number of all extensions that each filter would leave. */
  facets: Type.Object({
    category: Type.Record(CategorySchema, Type.Integer()),
    compat: Type.Record(CompatSchema, Type.Integer()),
    without: Type.Record(Type.Enum([...withouts]), Type.Integer()),
  }),
});
export type SearchPageData = Static<typeof SearchPageSchema>;

/** The data of the page for missing addresses. */
export const NotFoundPageSchema = Type.Object({ categories: Type.Array(CategoryDataSchema) });
export type NotFoundPage = Static<typeof NotFoundPageSchema>;
