import { type CatalogPage, CatalogPageSchema, RegistryError } from '@orchestra/core';
import type { Command } from '../command.ts';
import { callApi } from '../registry/api-client.ts';
import { connect } from '../registry/registry-client.ts';
import { plain } from '../render/plain.ts';
import { startProgress } from '../render/progress.ts';
import { renderTable } from '../render/table.ts';

/** What to look for. */
export interface SearchOptions {
  words: string[];
  category?: string;
  compat?: string;
  /** How many at most; as written. */
  limit: string;
}

type SearchResult = CatalogPage & { words: string };

/** Finds extensions through the registry's API. */
export const search: Command<SearchOptions, SearchResult> = {
  async run(options, context) {
    const words = options.words.join(' ');
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      const message = `--limit: expected a number from 1 to 100; found '${options.limit}'`;
      throw new RegistryError('usage', message, { hint: 'For example: --limit 50' });
    }
    using _progress = await startProgress(context, 'Searching');
    const { config } = await connect(context);
    if (config.api === null) {
      throw new RegistryError('registry-failed', `${config.name} has no API to search with`, {
        hint: `Search on its site: ${config.site}`,
      });
    }
    const query = new URLSearchParams({ q: words, per_page: String(limit) });
    if (options.category !== undefined) query.set('category', options.category);
    if (options.compat !== undefined) query.set('compat', options.compat);
    const url = `${config.api}/extensions?${query.toString()}`;
    return { words, ...(await callApi({ url, answer: CatalogPageSchema }, context)) };
  },
  text({ words, data, meta }, style) {
    if (data.length === 0) return `Nothing was found for '${plain(words)}'`;
    const rows = data.map((item) => [
      style.bold(plain(item.name)) + (item.verified ? style.cyan(' ✓') : ''),
      item.version,
      item.compat,
      plain(item.description).slice(0, 80),
    ]);
    const more = meta.total > data.length ? style.dim(`\n${meta.total - data.length} more`) : '';
    return renderTable(rows) + more;
  },
  json: ({ data, meta }) => ({ data, meta }),
};
