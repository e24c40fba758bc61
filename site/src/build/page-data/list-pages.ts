import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CardSchema, CategoryTextSchema, PublisherSchema } from './card.ts';

const PathSchema = Type.Union([Type.String(), Type.Null()]);

/** A line in a list of extensions. */
const ListRowSchema = Type.Pick(CardSchema, ['name', 'displayName', 'description']);
export type ListRow = Static<typeof ListRowSchema>;

/** A page of a list of extensions: of a category, a publisher or a tag. */
const ListPageSchema = Type.Object({
  /** Page number, from 1. Only the first page has the list's introduction. */
  number: Type.Integer(),
  /** Number of extensions in the list; only on the first page, so that the others needn't change with it. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** On the first page: all of a short list, otherwise the best ones. */
  best: Type.Array(CardSchema),
  /** This page's part of a longer list, by title. */
  rows: Type.Array(ListRowSchema),
  /** Paths of the neighbouring pages; null at an end. */
  previous: PathSchema,
  next: PathSchema,
});
export type ListPage = Static<typeof ListPageSchema>;

/** A page of the list of all extensions, by title. */
export const BrowsePageSchema = Type.Object({
  /** Page number, from 1. */
  number: Type.Integer(),
  /** Number of live extensions; only on the first page, so that the others needn't change with it. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** On the first of several pages: the page that each letter begins on. */
  letters: Type.Array(Type.Object({ letter: Type.String(), path: Type.String() })),
  rows: Type.Array(ListRowSchema),
  /** Paths of the neighbouring pages; null at an end. */
  previous: PathSchema,
  next: PathSchema,
});
export type BrowsePage = Static<typeof BrowsePageSchema>;

/** A page of a category. */
export const CategoryPageSchema = Type.Object({
  category: CategoryTextSchema,
  list: ListPageSchema,
});
export type CategoryPage = Static<typeof CategoryPageSchema>;

/** A page of a publisher. */
export const PublisherPageSchema = Type.Object({
  publisher: PublisherSchema,
  /** Sum of the installs of all its extensions when the page was made; null where it is unknown. */
  installs: Type.Union([Type.Integer(), Type.Null()]),
  list: ListPageSchema,
});
export type PublisherPage = Static<typeof PublisherPageSchema>;

/** A page of a tag. */
export const TagPageSchema = Type.Object({ tag: Type.String(), list: ListPageSchema });
export type TagPage = Static<typeof TagPageSchema>;
