import { CategorySchema, CompatSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { withouts } from '@orchestra/search';
import { CardSchema, CategoryDataSchema } from './card.ts';

const CardsSchema = Type.Array(CardSchema);

/** What the home page shows, by why. */
const ShelvesSchema = Type.Object({
  featured: CardsSchema,
  popular: CardsSchema,
  updated: CardsSchema,
  new: CardsSchema,
  /** Everything else, where that is little: a registry that begins has no use for more shelves. */
  rest: CardsSchema,
});
export type Shelves = Static<typeof ShelvesSchema>;

/** What stands on the home page. */
export const HomePageSchema = Type.Object({
  /** Extensions with something live. */
  total: Type.Integer(),
  shelves: ShelvesSchema,
  categories: Type.Array(CategoryDataSchema),
});
export type HomePage = Static<typeof HomePageSchema>;

/** What the search page shows before it has been asked anything. */
export const SearchPageSchema = Type.Object({
  /** Extensions with something live. */
  total: Type.Integer(),
  /** Those that most people have, then the newest; at most 24. */
  popular: CardsSchema,
  categories: Type.Array(CategoryDataSchema),
  /** How many each filter would leave of all. */
  facets: Type.Object({
    category: Type.Record(CategorySchema, Type.Integer()),
    compat: Type.Record(CompatSchema, Type.Integer()),
    without: Type.Record(Type.Enum([...withouts]), Type.Integer()),
  }),
});
export type SearchPageData = Static<typeof SearchPageSchema>;

/** What is shown where nothing is. */
export const NotFoundPageSchema = Type.Object({ categories: Type.Array(CategoryDataSchema) });
export type NotFoundPage = Static<typeof NotFoundPageSchema>;
