import { CategorySchema, CompatSchema, NameSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { FoundItem } from './search-page.ts';

/** `search.json` of a registry's site: a row for each live extension. */
export const SiteRowsSchema = Type.Array(
  Type.Tuple([
    NameSchema,
    Type.String({ description: 'Display name.' }),
    Type.String({ description: 'Description.' }),
    CompatSchema,
    Type.Array(CategorySchema),
    Type.Array(Type.String(), { description: 'Tags.' }),
    Type.Array(Type.String(), { description: "Owners' logins." }),
    Type.Integer({
      description: 'When the newest version was published: milliseconds since 1970.',
      minimum: 0,
      maximum: 8.64e15,
    }),
    Type.Integer({ description: '1 for a featured one.' }),
  ]),
);
export type SiteRow = Static<typeof SiteRowsSchema>[number];

/** A row as an item. */
export function fromSiteRow(row: SiteRow): FoundItem {
  const [name, displayName, description, compat, categories, tags, owners, updated, flag] = row;
  const updatedAt = new Date(updated).toISOString();
  const featured = flag === 1;
  return {
    name,
    displayName,
    description,
    compat,
    categories,
    tags,
    owners,
    featured,
    updatedAt,
  };
}
