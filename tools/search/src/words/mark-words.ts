import { splitWords } from './split-words.ts';

/** A part of a text, highlighted or not. */
export interface TextPart {
  text: string;
  marked: boolean;
}

/** Matches a word with its accents. */
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Splits a text into parts, with the beginnings of searched words marked for highlighting; together the parts
 * are the text.
 *
 * @param wanted words in lower case without accents
 */
export function markWords(text: string, wanted: readonly string[]): TextPart[] {
  const found = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    word,
    index,
    plain: splitWords(word).join(''),
  }));
  const parts: TextPart[] = [];
  let end = 0;
  const mark = (from: number, to: number) => {
    if (from > end) parts.push({ text: text.slice(end, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    end = to;
  };
  for (const [nth, { word, index, plain }] of found.entries()) {
    if (index < end) continue;
    const next = found[nth + 1];
    const length = markedLength({ word, plain }, wanted);
    if (length > 0) mark(index, index + length);
    // two words that were typed as one
    else if (next !== undefined && wanted.includes(plain + next.plain)) {
      mark(index, next.index + next.word.length);
    }
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false });
  return parts;
}

/** Number of characters of a word to mark: all where accents or ligatures change its length. */
function markedLength(of: { word: string; plain: string }, wanted: readonly string[]): number {
  const lengths = wanted.filter((one) => of.plain.startsWith(one)).map((one) => one.length);
  const longest = Math.max(0, ...lengths);
  return longest > 0 && of.plain.length !== of.word.length ? of.word.length : longest;
}
