import { fromSearchRecord, type SearchRow, toSearchRecord } from '../search-item.ts';
import {
  popularRowsPath,
  searchDirectoryPath,
  wordFilesFor,
  wordRowsPath,
} from './search-files.ts';
import type { SearchDirectory, SearchRecord } from '@orchestra/core';
import { splitWords } from '../words/split-words.ts';
import { type SearchAnswer, searchItems } from '../rank/search-items.ts';
import type { SearchQuery } from '../search-query.ts';
import { WordIndex } from '../words/word-index.ts';

/** An answer from the data fetched so far. */
export interface PartialAnswer extends SearchAnswer {
  /** False where the registry has more extensions than were searched, so that the counts are minimums. */
  exhaustive: boolean;
}

/** Fetches a file of the site, such as `/search/index.json`, as JSON. */
export type FetchJson = (path: string) => Promise<unknown>;

/** The site's search data, fetched on first use and completed as words are typed. */
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
   * Answers a query from the popular extensions. Where the registry has more, it answers once more after
   * fetching extensions with words similar to the query's.
   *
   * @throws whatever fetching throws; the next call fetches it again
   */
  async *answer(query: SearchQuery, options: { limit: number }): AsyncGenerator<PartialAnswer> {
    const directory = await this.open();
    const exhaustive = directory.popular === directory.total;
    const first = searchItems(this.index, query, options);
    yield { ...first, exhaustive };
    const beginnings = wordFilesFor(directory, [...splitWords(query.q), ...first.marks]);
    const missing = beginnings.map(wordRowsPath).filter((path) => !this.added.has(path));
    if (missing.length === 0) return;
    // an earlier query may be fetching them already; if one fails, the popular extensions are still answered
    await Promise.allSettled(missing.map((path) => this.addRows(path, directory)));
    yield { ...searchItems(this.index, query, options), exhaustive };
  }

  /** Fetches the directory, which every search needs. */
  async open(): Promise<SearchDirectory> {
    // the type is known, because the same build writes the file
    this.directory ??= (await this.fetchJson(searchDirectoryPath)) as SearchDirectory;
    await this.addRows(popularRowsPath, this.directory);
    return this.directory;
  }

  private addRows(path: string, { columns }: SearchDirectory): Promise<void> {
    const before = this.fetched.get(path);
    if (before !== undefined) return before;
    const adding = this.fetchJson(path).then(
      (rows) => {
        const records = (rows as SearchRow[]).map((row) => toSearchRecord(row, columns));
        this.index.add((records as SearchRecord[]).map(fromSearchRecord));
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
