import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategorySchema, NameSchema, Sha256Schema, VersionSchema } from './names.ts';
import { OwnerSchema } from './index-entry.ts';

/** `categories.json`: the title of each category, in display order. */
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

/** `featured.json`: names of hand-picked extensions, in display order. */
export const FeaturedFileSchema = Type.Object(
  { format: Type.Literal(1), featured: Type.Array(NameSchema, { uniqueItems: true }) },
  { additionalProperties: false },
);
export type FeaturedFile = Static<typeof FeaturedFileSchema>;

/** `verified.json`: accounts whose claim to a project or domain was checked by people, by numeric id. */
export const VerifiedFileSchema = Type.Object(
  { format: Type.Literal(1), verified: Type.Array(OwnerSchema) },
  { additionalProperties: false },
);
export type VerifiedFile = Static<typeof VerifiedFileSchema>;

/** `reserved-names.json`: names that nobody may publish under. */
export const ReservedNamesFileSchema = Type.Object(
  { format: Type.Literal(1), reserved: Type.Array(NameSchema, { uniqueItems: true }) },
  { additionalProperties: false },
);
export type ReservedNamesFile = Static<typeof ReservedNamesFileSchema>;

/** A package that a person reviewed, because its code can't be analysed. */
export const ClearedPackageSchema = Type.Object(
  { name: NameSchema, version: VersionSchema, sha256: Sha256Schema },
  { additionalProperties: false },
);
export type ClearedPackage = Static<typeof ClearedPackageSchema>;

/** `cleared.json`: packages that may be published although their code can't be analysed, by digest. */
export const ClearedFileSchema = Type.Object(
  { format: Type.Literal(1), cleared: Type.Array(ClearedPackageSchema) },
  { additionalProperties: false },
);
export type ClearedFile = Static<typeof ClearedFileSchema>;
