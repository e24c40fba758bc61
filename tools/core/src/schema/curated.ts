import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategorySchema, NameSchema, Sha256Schema, VersionSchema } from './names.ts';
import { OwnerSchema } from './index-entry.ts';

/** `categories.json`: what each category is called, in the order in which people see them. */
export const CategoriesFileSchema = Type.Object(
  {
    format: Type.Literal(1),
    categories: Type.Array(
      Type.Object(
        { id: CategorySchema, title: Type.String(), description: Type.String() },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type CategoriesFile = Static<typeof CategoriesFileSchema>;

/** `featured.json`: extensions that people chose, by name, in order. */
export const FeaturedFileSchema = Type.Object(
  { format: Type.Literal(1), featured: Type.Array(NameSchema, { uniqueItems: true }) },
  { additionalProperties: false },
);
export type FeaturedFile = Static<typeof FeaturedFileSchema>;

/** `verified.json`: accounts whose claim to a project or domain people have checked, by numeric id. */
export const VerifiedFileSchema = Type.Object(
  { format: Type.Literal(1), verified: Type.Array(OwnerSchema) },
  { additionalProperties: false },
);
export type VerifiedFile = Static<typeof VerifiedFileSchema>;

/** `reserved-names.json`: names that no one may publish under. */
export const ReservedNamesFileSchema = Type.Object(
  { format: Type.Literal(1), reserved: Type.Array(NameSchema, { uniqueItems: true }) },
  { additionalProperties: false },
);
export type ReservedNamesFile = Static<typeof ReservedNamesFileSchema>;

/** A package that a person looked at, because nobody can tell by reading it what its code uses. */
export const ClearedPackageSchema = Type.Object(
  { name: NameSchema, version: VersionSchema, sha256: Sha256Schema },
  { additionalProperties: false },
);
export type ClearedPackage = Static<typeof ClearedPackageSchema>;

/** `cleared.json`: packages that may be published though their code can't be told, by their bytes. */
export const ClearedFileSchema = Type.Object(
  { format: Type.Literal(1), cleared: Type.Array(ClearedPackageSchema) },
  { additionalProperties: false },
);
export type ClearedFile = Static<typeof ClearedFileSchema>;
