import * as Type from 'typebox';
import type { Static } from 'typebox';
import { IndexEntrySchema } from './schema/index-entry.ts';
import { CategorySchema, CompatSchema, permissions, PermissionSchema } from './schema/names.ts';
import type { VersionDetails } from './schema/version-details.ts';

/** How a list is ordered. */
export const sorts = ['popular', 'recent', 'rating', 'name', 'relevance'] as const;

/** Anything but NUL, which no text of a registry holds. */
const textPattern = '^[^\\u0000]*$';

/** The query parameters of `GET /api/v1/extensions`. */
export const CatalogQuerySchema = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Words to look for: all of them, each one or its beginning, in name, tags, owners, description and README. Where next to nothing is found, words that look like them are looked for as well. A search finds a thousand extensions at most.',
    }),
  ),
  category: Type.Optional(CategorySchema),
  compat: Type.Optional(CompatSchema),
  tag: Type.Optional(Type.String({ maxLength: 100, pattern: textPattern })),
  permission: Type.Optional(PermissionSchema),
  without: Type.Optional(
    Type.Enum([...permissions], {
      description: 'A permission that it must not need, nor maybe need.',
    }),
  ),
  publisher: Type.Optional(
    Type.String({ maxLength: 40, pattern: textPattern, description: "An owner's login." }),
  ),
  sort: Type.Optional(
    Type.Enum([...sorts], {
      description:
        'popular: by accounts that installed it, then downloads, then the newest (the default without q); relevance (the default with q); recent; rating: (average of all ratings × 5 + sum of its ratings) ÷ (5 + number of its ratings); name.',
    }),
  ),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
  per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});
export type CatalogQuery = Static<typeof CatalogQuerySchema>;

/** One extension in a list: what a card shows. */
export const CatalogItemSchema = Type.Object({
  name: Type.String(),
  displayName: Type.String(),
  description: Type.String(),
  compat: CompatSchema,
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  license: Type.Union([Type.String(), Type.Null()]),
  owners: Type.Array(Type.String(), { description: 'Logins.' }),
  verified: Type.Boolean(),
  featured: Type.Boolean(),
  version: Type.String({ description: 'Newest live version, stable where there is one.' }),
  permissions: Type.Array(PermissionSchema),
  mayNeed: Type.Array(PermissionSchema, {
    description: 'Others that it may need, in code of which nobody can tell by reading it.',
  }),
  icon: Type.Union([Type.String(), Type.Null()], { description: 'Absolute URL.' }),
  rating: Type.Object({
    average: Type.Union([Type.Number(), Type.Null()], { description: 'Null without ratings.' }),
    count: Type.Integer(),
  }),
  installs: Type.Integer({ description: 'Accounts that have it, or had it.' }),
  downloads: Type.Integer({ description: 'Requests for its packages.' }),
  createdAt: Type.String(),
  updatedAt: Type.String({ description: 'When the newest version was published.' }),
});
export type CatalogItem = Static<typeof CatalogItemSchema>;

/** A page of a list, with everything a pager needs. */
export const CatalogPageSchema = Type.Object({
  data: Type.Array(CatalogItemSchema),
  meta: Type.Object({
    total: Type.Integer({ description: 'How many were found; a search finds 1,000 at most.' }),
    page: Type.Integer(),
    per_page: Type.Integer(),
    last_page: Type.Integer(),
  }),
});
export type CatalogPage = Static<typeof CatalogPageSchema>;

/** All details of one extension, as the API returns them. */
export const ExtensionDetailsSchema = Type.Object({
  item: Type.Union([CatalogItemSchema, Type.Null()], {
    description: 'What a card shows; null where no version is live.',
  }),
  entry: IndexEntrySchema,
  author: Type.Union([Type.String(), Type.Null()], {
    description: 'A name, from the manifest of the newest live version; null until it was read.',
  }),
  repository: Type.Union([Type.String(), Type.Null()], {
    description: 'https URL, from the same manifest.',
  }),
});
export type ExtensionDetails = Static<typeof ExtensionDetailsSchema>;

/** Answers lists and searches of extensions. Lists leave out extensions without a live version. */
export interface Catalog {
  list(query: CatalogQuery): Promise<CatalogPage>;
  featured(): Promise<CatalogItem[]>;
  /** Every category in order, with the number of live extensions in it. */
  categories(): Promise<{ id: string; title: string; description: string; count: number }[]>;
  /** Finds an extension by name; null where there is none. */
  find(name: string): Promise<ExtensionDetails | null>;
  /** Finds one version of an extension; null where the extension or the version is unknown. */
  findVersion(of: { name: string; version: string }): Promise<VersionDetails | null>;
}
