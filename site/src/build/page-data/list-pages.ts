import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CardSchema, CategoryTextSchema, PublisherSchema } from './card.ts';

const PathSchema = Type.Union([Type.String(), Type.Null()]);

/** What a list shows of an extension on one line. */
const ListRowSchema = Type.Pick(CardSchema, ['name', 'displayName', 'description']);
export type ListRow = Static<typeof ListRowSchema>;

/** A page of a list of extensions: of a category, a publisher or a tag. */
const ListPageSchema = Type.Object({
  /** From 1, which says what there is to say of the list as a whole. */
  number: Type.Integer(),
  /** How many extensions the list has; on the first page only: the others need not change with it. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** On the first page: all of a short list, else what to look at first. */
  best: Type.Array(CardSchema),
  /** By title, this page's part of a list that isn't short. */
  rows: Type.Array(ListRowSchema),
  /** Paths of the pages beside this one; null at an end. */
  previous: PathSchema,
  next: PathSchema,
});
export type ListPage = Static<typeof ListPageSchema>;

/** A page of the list of everything, by title. */
export const BrowsePageSchema = Type.Object({
  /** From 1 on. */
  number: Type.Integer(),
  /** Extensions with something live; on the first page only: the others need not change with it. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** On the first of several pages: where each letter begins. */
  letters: Type.Array(Type.Object({ letter: Type.String(), path: Type.String() })),
  rows: Type.Array(ListRowSchema),
  /** Paths of the pages beside this one; null at an end. */
  previous: PathSchema,
  next: PathSchema,
});
export type BrowsePage = Static<typeof BrowsePageSchema>;

/** What is in a category. */
export const CategoryPageSchema = Type.Object({
  category: CategoryTextSchema,
  list: ListPageSchema,
});
export type CategoryPage = Static<typeof CategoryPageSchema>;

/** What an account publishes. */
export const PublisherPageSchema = Type.Object({
  publisher: PublisherSchema,
  /** Of all its extensions together, when the page was made; null where nobody knows. */
  installs: Type.Union([Type.Integer(), Type.Null()]),
  list: ListPageSchema,
});
export type PublisherPage = Static<typeof PublisherPageSchema>;

/** What has a tag. */
export const TagPageSchema = Type.Object({ tag: Type.String(), list: ListPageSchema });
export type TagPage = Static<typeof TagPageSchema>;
