import { editDistance } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { findSimilarWords, findStems } from '../queries/search-words.ts';
import type { SearchTerms } from '../queries/search.ts';

/** So many words of a query are looked for; all of them may still be a name. */
const mostWords = 10;

/**
 * What is looked for as it was typed. Every word may be the beginning of one, and all of them may be
 * one: `git lens` finds gitlens.
 *
 * @param words at least one
 */
export async function makeTerms(
  database: Queryable,
  words: readonly string[],
): Promise<SearchTerms> {
  const spelling = words.join('');
  const sought = words.slice(0, mostWords);
  const stems = await findStems(database, sought);
  // "the theme" is about themes
  const telling = sought.filter((word) => stems.get(word) !== null);
  const each = (telling.length > 0 ? telling : sought).map((word) => {
    const whole = [word, stems.get(word) ?? word].map(quote);
    return { whole: anyOf(whole), typed: anyOf([beginning(word), ...whole]) };
  });
  const whole = each.map((word) => word.whole).join(' & ');
  const typed = `${each.map((word) => word.typed).join(' & ')} | ${beginning(spelling)}`;
  return { name: words.join('-'), spelling, whole, typed, meant: typed };
}

/** What is looked for where next to nothing has it as it was typed: words that look like it, too. */
export async function guessTerms(
  database: Queryable,
  { terms, words }: { terms: SearchTerms; words: readonly string[] },
): Promise<SearchTerms> {
  const { spelling } = terms;
  const sought = words.slice(0, mostWords);
  const longEnough = [...sought, spelling].filter(({ length }) => length >= 4 && length <= 42);
  const known = await findSimilarWords(database, longEnough, { most: 50 });
  const near = (word: string) => nearWords(word, known.get(word) ?? []).map(quote);
  const each = sought.map((word) => anyOf([beginning(word), ...near(word)]));
  const meant = [terms.typed, each.join(' & '), ...near(spelling)].join(' | ');
  return { ...terms, meant };
}

function anyOf(terms: readonly string[]): string {
  return `(${[...new Set(terms)].join(' | ')})`;
}

function beginning(word: string): string {
  return `${quote(word)}:*`;
}

/** Words hold letters and digits alone: see `splitWords`. */
function quote(word: string): string {
  return `'${word}'`;
}

/** The nearest of similar words; a short word leaves less room. */
function nearWords(word: string, similar: readonly string[]): string[] {
  const ranked = similar.map((known) => ({ known, distance: typos(word, known) }));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  if (least > (word.length < 6 ? 1 : 2)) return [];
  const nearest = ranked.filter(({ distance }) => distance === least);
  return nearest.slice(0, 4).map(({ known }) => known);
}

/** Two letters that changed places are one typo. */
function typos(word: string, known: string): number {
  const distance = editDistance(word, known);
  return distance === 2 && sorted(word) === sorted(known) ? 1 : distance;
}

function sorted(word: string): string {
  return [...word].toSorted().join('');
}
