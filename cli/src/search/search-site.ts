import {
  type CatalogQuery,
  type Config,
  parseJson,
  RegistryError,
  parseValue,
  type SearchDirectory,
  SearchDirectorySchema,
  SearchRecordsSchema,
  SearchRowsSchema,
} from '@orchestra/core';
import {
  fromSearchRecord,
  matchItems,
  popularRowsPath,
  searchDirectoryPath,
  type SearchItem,
  splitWords,
  toSearchRecord,
  wordFilesFor,
  wordRowsPath,
} from '@orchestra/search';
import type { Static, TSchema } from 'typebox';
import type { CommandContext } from '../command.ts';
import { fetchCached } from '../registry/fetch-cached.ts';
import type { FoundItem, FoundPage } from './found-page.ts';

/** A registry whose site publishes search files. */
export interface Site {
  config: Pick<Config, 'site'>;
  context: CommandContext;
}

/**
 * Searches the site's search files, without an API. In a large registry it finds the popular extensions and
 * those with words similar to the query's.
 *
 * @throws RegistryError `not-found` where the site has none, `registry-not-one`, `registry-unreachable`
 */
export async function searchSite(query: CatalogQuery, of: Site): Promise<FoundPage> {
  const { page = 1, per_page = 20 } = query;
  const found = matchItems(await readItems(query.q ?? '', of), query);
  const last_page = Math.max(1, Math.ceil(found.length / per_page));
  return {
    from: 'site',
    data: found.slice((page - 1) * per_page, page * per_page).map(toFoundItem),
    meta: { total: found.length, page, per_page, last_page },
  };
}

/**
 * Reads the popular extensions and those with such words from the site's search files; in a registry of usual
 * size, these are all.
 *
 * @throws RegistryError `not-found` where the site has none, `registry-not-one`, `registry-unreachable`
 */
export async function readItems(words: string, of: Site): Promise<SearchItem[]> {
  const directory = await read(SearchDirectorySchema, { path: searchDirectoryPath, of });
  const beginnings = wordFilesFor(directory, splitWords(words));
  const paths = [popularRowsPath, ...beginnings.map(wordRowsPath)];
  const files = await Promise.all(paths.map((path) => readRows(directory, { path, of })));
  const items = files.flat();
  return [...new Map(items.map((item) => [item.name, item])).values()];
}

/** Reads a file of rows, which may be of a site of another release. */
async function readRows(
  { columns }: SearchDirectory,
  from: { path: string; of: Site },
): Promise<SearchItem[]> {
  const rows = await read(SearchRowsSchema, from);
  const records = rows.map((row) => toSearchRecord(row, columns));
  const parsed = parseValue(SearchRecordsSchema, records);
  if (parsed.ok) return parsed.value.map(fromSearchRecord);
  const [first] = parsed.errors;
  throw notSearched(from, `${first?.path ?? ''} ${first?.message ?? ''}`);
}

async function read<Schema extends TSchema>(
  schema: Schema,
  from: { path: string; of: Site },
): Promise<Static<Schema>> {
  const url = from.of.config.site + from.path;
  const text = await fetchCached(url, from.of.context);
  if (text === null) throw new RegistryError('not-found', `${url} is not there`);
  const parsed = parseJson(schema, text);
  if (parsed.ok) return parsed.value;
  throw notSearched(from, parsed.reason);
}

function notSearched({ path, of }: { path: string; of: Site }, cause: string): RegistryError {
  return new RegistryError(
    'registry-not-one',
    `${of.config.site}${path} is not what a site searches`,
    {
      cause,
    },
  );
}

function toFoundItem(item: SearchItem): FoundItem {
  const { publishers, updatedAt, icon: _icon, ...known } = item;
  return {
    ...known,
    categories: [...item.categories],
    tags: [...item.tags],
    permissions: [...item.permissions],
    mayNeed: [...item.mayNeed],
    owners: [...publishers],
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
