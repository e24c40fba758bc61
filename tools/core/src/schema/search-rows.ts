import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategorySchema, CompatSchema, NameSchema, PermissionSchema } from './names.ts';

const Count = Type.Integer({ minimum: 0 });

/** A file of search data: one row per extension, in the order of `SearchItem`. */
export const SearchRowsSchema = Type.Array(
  Type.Tuple([
    NameSchema,
    Type.String({ description: 'Display name.' }),
    Type.String({ description: 'Description.' }),
    CompatSchema,
    Type.Array(CategorySchema),
    Type.Array(Type.String(), { description: 'Tags.' }),
    Type.Array(Type.String(), { description: "Owners' logins." }),
    Type.Integer({ minimum: 0, maximum: 8.64e15, description: 'Milliseconds since 1970.' }),
    Type.Enum([0, 1], { description: '1 for a featured one.' }),
    Type.Enum([0, 1], { description: '1 where an owner is verified.' }),
    Type.String({ description: 'Newest live version.' }),
    Type.Union([Type.String(), Type.Null()], { description: 'Path of its icon.' }),
    Type.Array(PermissionSchema),
    Count,
    Count,
    Type.Union([Type.Number(), Type.Null()], { description: 'Average rating.' }),
    Count,
    Type.Array(PermissionSchema, {
      description: 'Others that it may need, in code of which nobody can tell by reading it.',
    }),
  ]),
);

/** `search/index.json` of a site: the list of its files of search data. */
export const SearchDirectorySchema = Type.Object({
  format: Type.Literal(1),
  total: Type.Integer({ minimum: 0, description: 'Live extensions.' }),
  popular: Type.Integer({ minimum: 0, description: 'How many of them are in popular.json.' }),
  words: Type.Array(Type.String(), {
    description:
      'Beginnings of words; each has a file of the extensions with such a word. Empty where popular.json has all of them.',
  }),
});
export type SearchDirectory = Static<typeof SearchDirectorySchema>;
