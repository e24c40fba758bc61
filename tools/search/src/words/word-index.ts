import { popularity } from '../rank/popularity.ts';
import { type SearchItem } from '../search-item.ts';
import { splitWords } from './split-words.ts';
import { letterMask } from './letter-mask.ts';
import { placesOf } from './places-of.ts';

/** A word with the items that have it. */
export interface WordEntry {
  word: string;
  /** Indices of the items. */
  items: number[];
  /** Places of the word in each of the items: see `places-of.ts`. */
  places: number[];
  /** Its letters as bits: see `letter-mask.ts`. */
  mask: number;
}

/** An index from words to extensions. More extensions can be added at any time; each counts once. */
export class WordIndex {
  readonly items: SearchItem[] = [];
  /** The title of each item, as its words joined. */
  readonly titles: string[] = [];
  /** The {@link popularity} of each item. */
  readonly popularities: number[] = [];
  /** Sorted, so that words with the same beginning are together. */
  entries: WordEntry[] = [];

  private readonly byWord = new Map<string, WordEntry>();
  private readonly names = new Set<string>();

  constructor(items: readonly SearchItem[] = []) {
    this.add(items);
  }

  /** Adds those items that aren't in the index yet. */
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

  /** The words with this beginning. */
  starting(beginning: string): readonly WordEntry[] {
    const from = this.firstFrom(beginning);
    // U+FFFF sorts after every letter and digit
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
