import * as Type from 'typebox';
import { CategorySchema, CompatSchema, NameSchema } from './names.ts';

/** `search.json` of a site: a row for each live extension, its values in the order of `SearchItem`. */
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
  ]),
);
