import { splitWords } from './split-words.ts';

/** A part of a text, which is what was looked for or isn't. */
export interface TextPart {
  text: string;
  marked: boolean;
}

/** A word with its accents, so that it can be told apart from what is between words. */
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Splits a text so that the beginnings of words that are looked for can be marked; together the parts
 * are the text.
 *
 * @param wanted in lower case without accents
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

/** How much of a word is marked: all of it where its letters don't stand one for one. */
function markedLength(of: { word: string; plain: string }, wanted: readonly string[]): number {
  const lengths = wanted.filter((one) => of.plain.startsWith(one)).map((one) => one.length);
  const longest = Math.max(0, ...lengths);
  return longest > 0 && of.plain.length !== of.word.length ? of.word.length : longest;
}
