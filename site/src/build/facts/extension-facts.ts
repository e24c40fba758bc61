import {
  CategorySchema,
  CompatSchema,
  NameSchema,
  OwnerSchema,
  PermissionSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/**
 * The facts about an extension from its entry alone; kept between builds, so that each entry is read once.
 */
export const ExtensionFactsSchema = Type.Object({
  /** Digest of the entry. */
  entry: Type.String(),
  name: NameSchema,
  displayName: Type.String(),
  description: Type.String(),
  compat: CompatSchema,
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  /** Permissions of the shown version; so are the facts below. */
  permissions: Type.Array(PermissionSchema),
  /** Others that it may need, in code of which nobody can tell by reading it. */
  mayNeed: Type.Array(PermissionSchema),
  version: Type.String(),
  /** Time when the first version was published. */
  createdAt: Type.String(),
  updatedAt: Type.String(),
  /** False where no version is live. */
  live: Type.Boolean(),
  /** Path of the icon among the docs. */
  icon: Type.Union([Type.String(), Type.Null()]),
  owners: Type.Array(OwnerSchema),
  /** Its ids in VS Code, by which others name it. */
  vscodeIds: Type.Array(Type.String()),
  /** Ids of the extensions that it needs, and of those that it brings along. */
  needs: Type.Array(Type.String()),
  brings: Type.Array(Type.String()),
});
export type ExtensionFacts = Static<typeof ExtensionFactsSchema>;
