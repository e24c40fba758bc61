import {
  type CatalogQuery,
  type Config,
  fromSearchRow,
  parseJson,
  RegistryError,
  type SearchRow,
  SearchRowsSchema,
} from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { fetchCached } from '../registry/fetch-cached.ts';
import { matchItems } from './match-items.ts';
import type { FoundItem, SearchPage } from './search-page.ts';

/**
 * Answers a query from the file that the registry's site searches: no API is needed.
 *
 * @throws RegistryError `not-found` where the site has none, `registry-not-one`, `registry-unreachable`
 */
export async function searchSite(
  query: CatalogQuery,
  of: { config: Pick<Config, 'site'>; context: CommandContext },
): Promise<SearchPage> {
  const url = `${of.config.site}/search.json`;
  const text = await fetchCached(url, of.context);
  if (text === null) throw new RegistryError('not-found', `${url} is not there`);
  const parsed = parseJson(SearchRowsSchema, text);
  if (!parsed.ok) {
    throw new RegistryError('registry-not-one', `${url} is not what a site searches`, {
      cause: parsed.reason,
    });
  }
  const { page = 1, per_page = 20 } = query;
  const found = matchItems(parsed.value.map(toItem), query);
  const last_page = Math.max(1, Math.ceil(found.length / per_page));
  return {
    from: 'site',
    data: found.slice((page - 1) * per_page, page * per_page),
    meta: { total: found.length, page, per_page, last_page },
  };
}

function toItem(row: SearchRow): FoundItem {
  const { categories, tags, publishers, updatedAt, ...item } = fromSearchRow(row);
  return {
    ...item,
    categories: [...categories],
    tags: [...tags],
    owners: [...publishers],
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
