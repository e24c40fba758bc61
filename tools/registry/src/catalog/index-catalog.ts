import type {
  Catalog,
  CatalogItem,
  CatalogPage,
  CatalogQuery,
  Config,
  IndexEntry,
} from '@orchestra/core';
import { type Curated, readCurated } from '../curated/read-curated.ts';
import { type GitIndex, nameOf } from '../index/git-index.ts';
import { catalogItem } from './catalog-item.ts';
import { matchWords } from './match-words.ts';

interface Loaded {
  commit: string;
  curated: Curated;
  entries: Map<string, IndexEntry>;
  /** Of extensions with something live. */
  items: Map<string, CatalogItem>;
}

/**
 * A catalog that is answered from the index alone. Entries are kept in memory; what changed since the
 * last question is read again before the next. Without statistics, popular means featured and recent.
 */
export class IndexCatalog implements Catalog {
  readonly #index: GitIndex;
  readonly #config: () => Config;
  #loading: Promise<Loaded> | null = null;

  constructor(index: GitIndex, options: { config: () => Config }) {
    this.#index = index;
    this.#config = options.config;
  }

  async list(query: CatalogQuery): Promise<CatalogPage> {
    const { items } = await this.#load();
    const found = [...items.values()]
      .filter((item) => passes(item, query))
      .map((item) => ({ item, score: query.q === undefined ? 0 : matchWords(item, query.q) }))
      .filter(({ score }) => query.q === undefined || query.q.trim() === '' || score > 0)
      .sort(comparison(query));
    const { page = 1, per_page = 20 } = query;
    const data = found.slice((page - 1) * per_page, page * per_page).map(({ item }) => item);
    const last_page = Math.max(1, Math.ceil(found.length / per_page));
    return { data, meta: { total: found.length, page, per_page, last_page } };
  }

  async featured(): Promise<CatalogItem[]> {
    const { items, curated } = await this.#load();
    return curated.featured.flatMap((name) => items.get(name) ?? []);
  }

  async categories() {
    const { items, curated } = await this.#load();
    return curated.categories.map((category) => ({
      ...category,
      count: [...items.values()].filter((item) => item.categories.includes(category.id)).length,
    }));
  }

  async find(name: string): Promise<{ entry: IndexEntry; item: CatalogItem | null } | null> {
    const { entries, items } = await this.#load();
    const entry = entries.get(name);
    return entry === undefined ? null : { entry, item: items.get(name) ?? null };
  }

  /** What is loaded, brought up to date; updates come one after the other. */
  #load(): Promise<Loaded> {
    const before = this.#loading;
    const loading = (async () => {
      const loaded = before === null ? null : await before.catch(() => null);
      if (loaded !== null && loaded.commit === (await this.#index.head())) return loaded;
      return this.#update(loaded);
    })();
    this.#loading = loading;
    return loading;
  }

  async #update(before: Loaded | null): Promise<Loaded> {
    const snapshot = await this.#index.snapshot();
    const curated = await readCurated(snapshot);
    const changed =
      before === null
        ? await snapshot.names()
        : (await this.#index.changedBetween(before.commit, snapshot.commit)).map(nameOf);
    const entries = new Map(before?.entries);
    const read = await Promise.all(changed.map((name) => snapshot.readEntry(name)));
    for (const [nth, name] of changed.entries()) {
      const entry = read[nth] ?? null;
      if (entry === null) entries.delete(name);
      else entries.set(name, entry);
    }
    const items = new Map<string, CatalogItem>();
    for (const [name, entry] of entries) {
      const item = catalogItem(entry, { curated, config: this.#config() });
      if (item !== null) items.set(name, item);
    }
    return { commit: snapshot.commit, curated, entries, items };
  }
}

function passes(item: CatalogItem, query: CatalogQuery): boolean {
  const { category, compat, tag, permission, publisher } = query;
  return (
    (category === undefined || item.categories.includes(category)) &&
    (compat === undefined || item.compat === compat) &&
    (tag === undefined || item.tags.includes(tag.toLowerCase())) &&
    (permission === undefined || item.permissions.includes(permission)) &&
    (publisher === undefined ||
      item.owners.some((login) => login.toLowerCase() === publisher.toLowerCase()))
  );
}

interface Ranked {
  item: CatalogItem;
  score: number;
}

/** Every order ends with the name, so that pages never overlap. */
function comparison(query: CatalogQuery): (left: Ranked, right: Ranked) => number {
  const sort = query.sort ?? (query.q === undefined ? 'popular' : 'relevance');
  const byName = (left: Ranked, right: Ranked) => (left.item.name < right.item.name ? -1 : 1);
  const byTime = (left: Ranked, right: Ranked) =>
    right.item.updatedAt.localeCompare(left.item.updatedAt);
  const byPopularity = (left: Ranked, right: Ranked) =>
    Number(right.item.featured) - Number(left.item.featured) || byTime(left, right);
  return (left, right) => {
    if (sort === 'name') return byName(left, right);
    if (sort === 'recent') return byTime(left, right) || byName(left, right);
    const byScore = sort === 'relevance' ? right.score - left.score : 0;
    return byScore || byPopularity(left, right) || byName(left, right);
  };
}
