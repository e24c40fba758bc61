import { popularity } from '../rank/popularity.ts';
import { type SearchItem } from '../search-item.ts';
import { splitWords } from './split-words.ts';
import { letterMask } from './letter-mask.ts';
import { placesOf } from './places-of.ts';

/** The extensions that have a word. */
export interface WordEntry {
  word: string;
  /** Numbers of items. */
  items: number[];
  /** Where the word stands in each of them: `places-of.ts`. */
  places: number[];
  /** Which letters it has. */
  mask: number;
}

/** Which extensions have which words. More of them may be added at any time, each only once. */
export class WordIndex {
  readonly items: SearchItem[] = [];
  /** The title of each item, its words as one. */
  readonly titles: string[] = [];
  /** Of each item; see {@link popularity}. */
  readonly popularities: number[] = [];
  /** Sorted, so that words with one beginning stand together. */
  entries: WordEntry[] = [];

  private readonly byWord = new Map<string, WordEntry>();
  private readonly names = new Set<string>();

  constructor(items: readonly SearchItem[] = []) {
    this.add(items);
  }

  /** Adds those that aren't here yet. */
  add(items: readonly SearchItem[]): void {
    const added: WordEntry[] = [];
    for (const item of items) {
      if (this.names.has(item.name)) continue;
      this.names.add(item.name);
      const nth = this.items.push(item) - 1;
      this.titles.push(splitWords(item.displayName).join(''));
      this.popularities.push(popularity(item));
      for (const [word, where] of placesOf(item)) {
        let entry = this.byWord.get(word);
        if (entry === undefined) {
          entry = { word, items: [], places: [], mask: letterMask(word) };
          this.byWord.set(word, entry);
          added.push(entry);
        }
        entry.items.push(nth);
        entry.places.push(where);
      }
    }
    if (added.length > 0) this.entries = [...this.entries, ...added].sort(byWord);
  }

  /** Those of the words that begin so. */
  starting(beginning: string): readonly WordEntry[] {
    const from = this.firstFrom(beginning);
    // no letter or digit is after U+FFFF as text is compared
    return this.entries.slice(from, this.firstFrom(`${beginning}\uffff`));
  }

  private firstFrom(wanted: string): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.word ?? '') < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byWord(left: WordEntry, right: WordEntry): number {
  return left.word < right.word ? -1 : 1;
}
