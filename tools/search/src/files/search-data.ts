import { fromSearchRow, type SearchRow } from '../search-item.ts';
import {
  popularRowsPath,
  searchDirectoryPath,
  wordFilesFor,
  wordRowsPath,
} from './search-files.ts';
import { type SearchDirectory } from '@orchestra/core';
import { splitWords } from '../words/split-words.ts';
import { type SearchAnswer, searchItems } from '../rank/search-items.ts';
import type { SearchQuery } from '../search-query.ts';
import { WordIndex } from '../words/word-index.ts';

/** An answer from what was fetched. */
export interface PartialAnswer extends SearchAnswer {
  /** False where the registry has more than was looked through, so that counts are at least so high. */
  exhaustive: boolean;
}

/** Reads a file of the site, `/search/index.json`, as JSON. */
export type FetchJson = (path: string) => Promise<unknown>;

/** What can be searched: fetched when it is first needed, and completed as words are typed. */
export class SearchData {
  private readonly fetchJson: FetchJson;
  private readonly index = new WordIndex();
  private readonly fetched = new Map<string, Promise<void>>();
  private readonly added = new Set<string>();
  private directory: SearchDirectory | null = null;

  constructor(fetchJson: FetchJson) {
    this.fetchJson = fetchJson;
  }

  /**
   * Answers from what is popular; then once more, where the registry has more than that, with what has
   * words like those of the query.
   *
   * @throws whatever fetching throws; what failed is fetched again the next time
   */
  async *answer(query: SearchQuery, options: { limit: number }): AsyncGenerator<PartialAnswer> {
    const directory = await this.open();
    const exhaustive = directory.popular === directory.total;
    const first = searchItems(this.index, query, options);
    yield { ...first, exhaustive };
    const beginnings = wordFilesFor(directory, [...splitWords(query.q), ...first.marks]);
    const missing = beginnings.map(wordRowsPath).filter((path) => !this.added.has(path));
    if (missing.length === 0) return;
    // an older query may be fetching them already; one that can't be had leaves what is popular
    await Promise.allSettled(missing.map((path) => this.addRows(path)));
    yield { ...searchItems(this.index, query, options), exhaustive };
  }

  /** Fetches what every search needs. */
  async open(): Promise<SearchDirectory> {
    // written by the same build from the same types
    this.directory ??= (await this.fetchJson(searchDirectoryPath)) as SearchDirectory;
    await this.addRows(popularRowsPath);
    return this.directory;
  }

  private addRows(path: string): Promise<void> {
    const before = this.fetched.get(path);
    if (before !== undefined) return before;
    const adding = this.fetchJson(path).then(
      (rows) => {
        this.index.add((rows as SearchRow[]).map(fromSearchRow));
        this.added.add(path);
      },
      (error: unknown) => {
        this.fetched.delete(path);
        throw error;
      },
    );
    this.fetched.set(path, adding);
    return adding;
  }
}
