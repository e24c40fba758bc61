import type { SearchItem } from '@orchestra/core';
import { splitWords } from './split-words.ts';

/** Which items have which word, and which words have which three letters in a row. */
export interface WordIndex {
  items: readonly SearchItem[];
  /** Sorted, so that the words with one beginning stand together. */
  words: readonly string[];
  /** Numbers of items, by number of the word. */
  itemsOf: readonly (readonly number[])[];
  /** Numbers of words, by trigram. */
  wordsOf: ReadonlyMap<string, readonly number[]>;
}

/** Indexes the words of every item, once, so that a keystroke looks at few of them. */
export function indexWords(items: readonly SearchItem[]): WordIndex {
  const found = new Map<string, number[]>();
  for (const [nth, item] of items.entries()) {
    for (const word of wordsIn(item)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [nth]);
      else known.push(nth);
    }
  }
  const words = [...found.keys()].sort();
  const wordsOf = new Map<string, number[]>();
  for (const [nth, word] of words.entries()) {
    for (const trigram of trigrams(word)) {
      const known = wordsOf.get(trigram);
      if (known === undefined) wordsOf.set(trigram, [nth]);
      else known.push(nth);
    }
  }
  return { items, words, itemsOf: words.map((word) => found.get(word) ?? []), wordsOf };
}

/** The three letters in a row that a word has, its beginning marked: `git` has `^gi` and `git`. */
export function trigrams(word: string): Set<string> {
  const marked = `^${word}`;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) found.add(marked.slice(at, at + 3));
  return found;
}

function wordsIn(item: SearchItem): Set<string> {
  const { name, displayName, description, categories, tags, publishers } = item;
  const texts = [name, displayName, description, ...categories, ...tags, ...publishers];
  // a name is also looked for without its hyphens: gitlens for git-lens
  return new Set([...texts.flatMap(splitWords), name.replaceAll('-', '')]);
}
