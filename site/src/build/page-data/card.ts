import { CategorySchema, CompatSchema, NameSchema, PermissionSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/** Average rating, up to 5, and number of ratings. */
export const AggregateRatingSchema = Type.Object({ average: Type.Number(), count: Type.Integer() });

/** An account that owns an extension. */
export const PublisherSchema = Type.Object({
  login: Type.String(),
  verified: Type.Boolean(),
  /** URL of its GitHub page; null for a local account. */
  url: Type.Union([Type.String(), Type.Null()]),
});
export type Publisher = Static<typeof PublisherSchema>;

/** The data that a card shows. */
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
  /** Others that it may need, in code of which nobody can tell by reading it. */
  mayNeed: Type.Array(PermissionSchema),
  version: Type.String(),
  /** Time when the first version was published. */
  createdAt: Type.String(),
  /** Time when the shown version was published. */
  updatedAt: Type.String(),
  /** Number of accounts that had it when the page was made; null where it is unknown. */
  installs: Type.Union([Type.Integer(), Type.Null()]),
  /** Number of downloads when the page was made; null where it is unknown. */
  downloads: Type.Union([Type.Integer(), Type.Null()]),
  /** Null where it is unknown, or there are no ratings. */
  rating: Type.Union([AggregateRatingSchema, Type.Null()]),
});
export type Card = Static<typeof CardSchema>;

/** Title and description of a category. */
export const CategoryTextSchema = Type.Object({
  id: CategorySchema,
  title: Type.String(),
  description: Type.String(),
});
export type CategoryText = Static<typeof CategoryTextSchema>;

/** A category with its number of extensions, which may be 0. */
export const CategoryDataSchema = Type.Object({
  ...CategoryTextSchema.properties,
  /** Number of extensions with a live version. */
  count: Type.Integer(),
});
export type CategoryData = Static<typeof CategoryDataSchema>;
