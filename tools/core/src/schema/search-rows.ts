import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategorySchema, CompatSchema, NameSchema, PermissionSchema } from './names.ts';

const Count = Type.Integer({ minimum: 0 });

/** What a row of search data says of an extension, by the names of its columns. */
const SearchRecordSchema = Type.Object({
  name: NameSchema,
  displayName: Type.String(),
  description: Type.String(),
  compat: CompatSchema,
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  publishers: Type.Array(Type.String(), { description: "Owners' logins." }),
  updatedAt: Type.Integer({
    minimum: 0,
    maximum: 8.64e15,
    description: 'Milliseconds since 1970.',
  }),
  featured: Type.Enum([0, 1]),
  verified: Type.Enum([0, 1], { description: '1 where an owner is verified.' }),
  version: Type.String({ description: 'Newest live version.' }),
  icon: Type.Union([Type.String(), Type.Null()], { description: 'Path of its icon.' }),
  permissions: Type.Array(PermissionSchema),
  installs: Count,
  downloads: Count,
  average: Type.Union([Type.Number(), Type.Null()], { description: 'Average rating.' }),
  ratings: Count,
  mayNeed: Type.Optional(
    Type.Array(PermissionSchema, {
      description: 'Others that it may need, in code of which nobody can tell by reading it.',
    }),
  ),
});
export type SearchRecord = Static<typeof SearchRecordSchema>;

/** All rows of a file of search data, with their values named. */
export const SearchRecordsSchema = Type.Array(SearchRecordSchema);

/** A file of search data: one row per extension, with values in the order of the directory's columns. */
export const SearchRowsSchema = Type.Array(Type.Array(Type.Unknown()));

/** `search/index.json` of a site: the list of its files of search data. */
export const SearchDirectorySchema = Type.Object({
  format: Type.Literal(1),
  total: Type.Integer({ minimum: 0, description: 'Live extensions.' }),
  popular: Type.Integer({ minimum: 0, description: 'How many of them are in popular.json.' }),
  columns: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'Names of the values in a row, in their order. A reader ignores those that it does not know.',
    }),
  ),
  words: Type.Array(Type.String(), {
    description:
      'Beginnings of words; each has a file of the extensions with such a word. Empty where popular.json has all of them.',
  }),
});
export type SearchDirectory = Static<typeof SearchDirectorySchema>;
