import { editDistance } from '@orchestra/core';
import type { SearchTerms } from './search-terms.ts';

/** Most words of a query that are searched for; more are still compared with names. */
const mostWords = 10;

/** The words of a query that are searched for separately. */
export function soughtLexemes(words: readonly string[]): string[] {
  return words.slice(0, mostWords);
}

/**
 * Makes the terms for a query as typed. Each word matches as a prefix, and all together match as one: `git
 * lens` finds gitlens.
 *
 * @param words of the query, at least one
 * @param stems of the words from {@link soughtLexemes}; null for a stop word such as `the`
 */
export function makeTerms(
  words: readonly string[],
  stems: ReadonlyMap<string, string | null>,
): SearchTerms {
  const spelling = words.join('');
  const sought = soughtLexemes(words);
  // stop words are left out: "the theme" searches for themes
  const telling = sought.filter((word) => stems.get(word) !== null);
  const each = (telling.length > 0 ? telling : sought).map((word) => {
    const whole = [word, stems.get(word) ?? word].map(quote);
    return { whole: anyOf(whole), typed: anyOf([beginning(word), ...whole]) };
  });
  const whole = each.map((word) => word.whole).join(' & ');
  const typed = `${each.map((word) => word.typed).join(' & ')} | ${beginning(spelling)}`;
  return { name: words.join('-'), spelling, whole, typed, meant: typed };
}

/** The words that similar ones are searched for; of shorter words nearly all are similar. */
export function guessableLexemes(words: readonly string[]): string[] {
  const candidates = [...soughtLexemes(words), words.join('')];
  return candidates.filter(({ length }) => length >= 4 && length <= 42);
}

/**
 * Makes the terms where next to nothing matched the words as typed: similar words match too.
 *
 * @param similar words similar to those of {@link guessableLexemes}, by word
 */
export function guessTerms(
  { terms, words }: { terms: SearchTerms; words: readonly string[] },
  similar: ReadonlyMap<string, readonly string[]>,
): SearchTerms {
  const { spelling } = terms;
  const near = (word: string) => nearWords(word, similar.get(word) ?? []).map(quote);
  const each = soughtLexemes(words).map((word) => anyOf([beginning(word), ...near(word)]));
  const meant = [terms.typed, each.join(' & '), ...near(spelling)].join(' | ');
  return { ...terms, meant };
}

function anyOf(terms: readonly string[]): string {
  return `(${[...new Set(terms)].join(' | ')})`;
}

function beginning(word: string): string {
  return `${quote(word)}:*`;
}

/** Quotes a word for a `tsquery`. Words contain only letters and digits: see `splitLexemes`. */
function quote(word: string): string {
  return `'${word}'`;
}

/** The nearest of similar words; fewer typos are allowed in a short word. */
function nearWords(word: string, similar: readonly string[]): string[] {
  const ranked = similar.map((known) => ({ known, distance: typos(word, known) }));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  if (least > (word.length < 6 ? 1 : 2)) return [];
  const nearest = ranked.filter(({ distance }) => distance === least);
  return nearest.slice(0, 4).map(({ known }) => known);
}

/** The number of typos between two words; two swapped letters count as one. */
function typos(word: string, known: string): number {
  const distance = editDistance(word, known);
  return distance === 2 && sorted(word) === sorted(known) ? 1 : distance;
}

function sorted(word: string): string {
  return [...word].toSorted().join('');
}
