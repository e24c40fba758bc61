import { type CatalogQuery, CatalogPageSchema, type Config, RegistryError } from '@orchestra/core';
import { plain, renderTable } from '@orchestra/terminal';
import type { Command, CommandContext } from '../command.ts';
import { callApi } from '../registry/api-client.ts';
import { isDown } from '../registry/is-down.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { withPatience } from '../registry/with-patience.ts';
import { note } from '../render/note.ts';
import { startProgress } from '../render/progress.ts';
import { readQuery, type SearchOptions } from '../search/read-query.ts';
import type { FoundPage } from '../search/found-page.ts';
import { searchSite } from '../search/search-site.ts';

type SearchResult = FoundPage & { words: string };

/** Time limit of the API, in milliseconds; after it the site's files are searched. */
const patienceMs = 10_000;

/** Searches extensions with the registry's API, or, where that is down, in the site's search files. */
export const search: Command<SearchOptions, SearchResult> = {
  async run(options, context) {
    const query = readQuery(options);
    using _progress = await startProgress(context, 'Searching');
    const { config } = await connectRegistry(context);
    return { words: options.words.join(' '), ...(await find(query, { config, context })) };
  },
  text({ words, data, meta }, style) {
    if (data.length === 0 && meta.page > 1) return `There are ${meta.last_page} pages`;
    if (data.length === 0) return words === '' ? 'Nothing was found' : nothingFor(words);
    const rows = data.map((item) => [
      style.bold(plain(item.name)) + (item.verified ? style.cyan(' ✓') : ''),
      item.version,
      item.compat,
      plain(item.description).slice(0, 80),
    ]);
    const left = meta.total - (meta.page - 1) * meta.per_page - data.length;
    const more = left > 0 ? style.dim(`\n${left} more: --page ${meta.page + 1}`) : '';
    return renderTable(rows) + more;
  },
  json: ({ words: _words, ...page }) => page,
};

function nothingFor(words: string): string {
  return `Nothing was found for '${plain(words)}'`;
}

interface Searched {
  config: Config;
  context: CommandContext;
}

async function find(query: CatalogQuery, of: Searched): Promise<FoundPage> {
  const { config, context } = of;
  try {
    return await askApi(query, of);
  } catch (error) {
    if (!isDown(error)) throw error;
    const page = await searchSite(query, of).catch((second: unknown) => {
      throw second instanceof RegistryError ? neither([error, second], config) : second;
    });
    if (config.api !== null)
      note(`Found on its site, since the API failed: ${error.message}`, context);
    return page;
  }
}

async function askApi(query: CatalogQuery, { config, context }: Searched): Promise<FoundPage> {
  if (config.api === null) {
    throw new RegistryError('registry-failed', `${config.name} has no API to search with`, {
      hint: `Search on its site: ${config.site}`,
    });
  }
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) params.set(key, String(value));
  const url = `${config.api}/extensions?${params.toString()}`;
  const patient = withPatience(context, patienceMs);
  return { from: 'api', ...(await callApi({ url, answer: CatalogPageSchema }, patient)) };
}

function neither(tried: readonly RegistryError[], config: Config): RegistryError {
  const [first] = tried;
  const messages = tried.map(({ message }) => message).join('\n');
  return new RegistryError(
    first?.code ?? 'registry-failed',
    `Nothing can be searched:\n${messages}`,
    {
      hint: `Search on its site: ${config.site}; installing by name needs no search.`,
      cause: tried.at(-1),
    },
  );
}
