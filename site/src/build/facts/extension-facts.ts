import {
  CategorySchema,
  CompatSchema,
  NameSchema,
  OwnerSchema,
  PermissionSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/** What an entry alone says about an extension: kept between builds, so that it is read once. */
export const ExtensionFactsSchema = Type.Object({
  /** Digest of the entry. */
  entry: Type.String(),
  name: NameSchema,
  displayName: Type.String(),
  description: Type.String(),
  compat: CompatSchema,
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  /** Of the shown version, as all that follows. */
  permissions: Type.Array(PermissionSchema),
  version: Type.String(),
  /** When the first version was published. */
  createdAt: Type.String(),
  updatedAt: Type.String(),
  /** False where no version is offered. */
  live: Type.Boolean(),
  /** Path of the icon among the docs. */
  icon: Type.Union([Type.String(), Type.Null()]),
  owners: Type.Array(OwnerSchema),
});
export type ExtensionFacts = Static<typeof ExtensionFactsSchema>;
