import { CategorySchema, CompatSchema, NameSchema, PermissionSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/** What people gave an extension, of 5. */
export const RatingSchema = Type.Object({ average: Type.Number(), count: Type.Integer() });
export type Rating = Static<typeof RatingSchema>;

/** An account that may publish an extension. */
export const PublisherSchema = Type.Object({
  login: Type.String(),
  verified: Type.Boolean(),
  /** Its page on GitHub; null for a local account. */
  url: Type.Union([Type.String(), Type.Null()]),
});
export type Publisher = Static<typeof PublisherSchema>;

/** What a card shows of an extension. */
export const CardSchema = Type.Object({
  name: NameSchema,
  displayName: Type.String(),
  description: Type.String(),
  /** Absolute URL. */
  icon: Type.Union([Type.String(), Type.Null()]),
  publishers: Type.Array(PublisherSchema),
  featured: Type.Boolean(),
  compat: CompatSchema,
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  permissions: Type.Array(PermissionSchema),
  version: Type.String(),
  /** When the first version was published. */
  createdAt: Type.String(),
  /** When the shown version was published. */
  updatedAt: Type.String(),
  /** Accounts that had it when the page was made; null where nobody knows. */
  installs: Type.Union([Type.Integer(), Type.Null()]),
  /** Requests for its packages by then; null where nobody knows. */
  downloads: Type.Union([Type.Integer(), Type.Null()]),
  /** Null where nobody knows, or nobody rated it. */
  rating: Type.Union([RatingSchema, Type.Null()]),
});
export type Card = Static<typeof CardSchema>;

/** What a category is called. */
export const CategoryTextSchema = Type.Object({
  id: CategorySchema,
  title: Type.String(),
  description: Type.String(),
});
export type CategoryText = Static<typeof CategoryTextSchema>;

/** A category with something in it, or nothing yet. */
export const CategoryDataSchema = Type.Object({
  ...CategoryTextSchema.properties,
  /** Extensions with something live. */
  count: Type.Integer(),
});
export type CategoryData = Static<typeof CategoryDataSchema>;
