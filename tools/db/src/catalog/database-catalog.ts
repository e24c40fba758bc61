import type {
  Catalog,
  CatalogItem,
  CatalogPage,
  CatalogQuery,
  Config,
  ExtensionDetails,
  VersionDetails,
} from '@orchestra/core';
import {
  guessableLexemes,
  guessTerms,
  makeTerms,
  soughtLexemes,
  splitLexemes,
} from '@orchestra/search';
import type { Queryable } from '../database.ts';
import {
  countCategories,
  type FoundExtensions,
  listCatalogItems,
  listExtensionIds,
  listFeaturedIds,
} from '../queries/catalog.ts';
import { findEntry, findVersion } from '../queries/extensions.ts';
import { searchExtensionIds } from '../queries/search.ts';
import { findSimilarWords, findStems } from '../queries/search-words.ts';

/** With fewer results than this, similar words are searched as well. */
const fewFound = 5;

/**
 * A catalog that reads the database's mirror of the index. Everything, including entries, comes from the
 * tables: a server needs no copy of the index, and all answers belong to one commit.
 */
export class DatabaseCatalog implements Catalog {
  readonly #database: Queryable;
  readonly #config: () => Config;

  constructor(database: Queryable, options: { config: () => Config }) {
    this.#database = database;
    this.#config = options.config;
  }

  async list(query: CatalogQuery): Promise<CatalogPage> {
    const { page = 1, per_page = 20 } = query;
    const { ids, total } = await this.#find(query);
    const data = await this.#items(ids);
    const last_page = Math.max(1, Math.ceil(total / per_page));
    return { data, meta: { total, page, per_page, last_page } };
  }

  async featured(): Promise<CatalogItem[]> {
    return this.#items(await listFeaturedIds(this.#database));
  }

  async categories() {
    return countCategories(this.#database);
  }

  async find(name: string): Promise<ExtensionDetails | null> {
    const found = await findEntry(this.#database, name);
    if (found === null) return null;
    const { id, ...details } = found;
    const [item] = await this.#items([id]);
    return { ...details, item: item ?? null };
  }

  async findVersion(of: { name: string; version: string }): Promise<VersionDetails | null> {
    const found = await findVersion(this.#database, of);
    if (found === null) return null;
    const { packagePath, ...version } = found;
    return { ...version, package: `${this.#config().packages}/${packagePath}` };
  }

  /** Finds a page of extensions. A blank query matches all; a query without a word matches none. */
  async #find(query: CatalogQuery): Promise<FoundExtensions> {
    const database = this.#database;
    const { q = '' } = query;
    if (q.trim() === '') return listExtensionIds(database, query);
    const words = splitLexemes(q);
    if (words.length === 0) return { ids: [], total: 0 };
    const terms = makeTerms(words, await findStems(database, soughtLexemes(words)));
    const found = await searchExtensionIds(database, { query, terms });
    if (found.total >= fewFound) return found;
    const similar = await findSimilarWords(database, guessableLexemes(words), { most: 50 });
    const guessed = guessTerms({ terms, words }, similar);
    return searchExtensionIds(database, { query, terms: guessed });
  }

  async #items(ids: readonly number[]): Promise<CatalogItem[]> {
    return ids.length === 0
      ? []
      : listCatalogItems(this.#database, { ids, config: this.#config() });
  }
}
