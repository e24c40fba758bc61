import { splitWords } from '../words/split-words.ts';
import { findWords, type FoundWord, singulars } from '../words/find-words.ts';
import { places } from '../words/places-of.ts';
import type { WordIndex } from '../words/word-index.ts';

/** An item that may match a query. */
export interface Candidate {
  /** Index of the item. */
  nth: number;
  /** How well it matches; rare words and prominent places count more. */
  score: number;
}

/** The candidates for a query. */
export interface Narrowed {
  /** Unsorted. */
  candidates: Candidate[];
  /** The words of the query with their matches in the index. */
  words: UnderstoodWord[];
}

/** A typed word and the words of the index that it may mean. */
export interface UnderstoodWord {
  typed: string;
  /** The word itself, or corrections of it, likeliest first. */
  meant: string[];
  /** Weight of the word; rare words weigh more. */
  weight: number;
}

/** Share of items from which on a word is so common that items needn't have it. */
const commonShare = 0.2;

/**
 * Finds the items worth ranking: those with every significant word of the query, as a whole, as a prefix or
 * with a typo. Where no item has all of them, those with most of them.
 */
export function narrowCandidates(index: WordIndex, query: string): Narrowed {
  const typed = [...new Set(splitWords(query))].slice(0, 12);
  const narrowed = narrow(index, typed, { widely: false });
  if (typed.length < 2 || narrowed.most === narrowed.needed) return narrowed;
  // in `kanban bord` the second word is the beginning of another word, but of none about kanban
  const wider = narrow(index, typed, { widely: true });
  return wider.most > narrowed.most ? wider : narrowed;
}

/** Also returns the number of significant words, and how many of them the candidates have. */
function narrow(
  index: WordIndex,
  typed: string[],
  options: { widely: boolean },
): Narrowed & { needed: number; most: number } {
  const matched = typed.map((word) => matchWord(index, word, options));
  addJoined(index, { typed, matched });
  const size = index.items.length;
  const words = matched.map(({ meant, count }, nth) => ({
    typed: typed[nth] ?? '',
    meant,
    weight: Math.log(1 + size / (1 + count)),
  }));
  const needed = matched.map(({ count }) => count <= size * commonShare);
  if (!needed.includes(true)) needed.fill(true);
  const candidates: (Candidate & { has: number })[] = [];
  let most = 1;
  for (let nth = 0; nth < size; nth += 1) {
    let has = 0;
    let score = 0;
    for (const [at, { scores }] of matched.entries()) {
      const own = scores[nth] ?? 0;
      if (own === 0) continue;
      if (needed[at] === true) has += 1;
      score += own * (words[at]?.weight ?? 0);
    }
    if (has < most) continue;
    most = has;
    candidates.push({ nth, score, has });
  }
  return {
    candidates: candidates.filter(({ has }) => has === most),
    words,
    needed: needed.filter(Boolean).length,
    most,
  };
}

interface MatchedWord {
  /** Scores by index of the item. */
  scores: Float32Array;
  /** Number of items with this word. */
  count: number;
  meant: string[];
}

function matchWord(index: WordIndex, typed: string, options: { widely: boolean }): MatchedWord {
  const scores = new Float32Array(index.items.length);
  let count = 0;
  const found = findWords(index, typed, options);
  for (const { entry, likeness } of found) {
    for (let at = 0; at < entry.items.length; at += 1) {
      const nth = entry.items[at] ?? 0;
      const score = likeness * (placeWeights[entry.places[at] ?? 0] ?? 0);
      const known = scores[nth] ?? 0;
      if (known === 0) count += 1;
      if (score > known) scores[nth] = score;
    }
  }
  return { scores, count, meant: meantBy(typed, found, options) };
}

/** Also matches two neighbouring words as one, as in titles: `data view` finds dataview. */
function addJoined(index: WordIndex, query: { typed: string[]; matched: MatchedWord[] }): void {
  const { typed, matched } = query;
  for (let at = 1; at < typed.length; at += 1) {
    const both = `${typed[at - 1] ?? ''}${typed[at] ?? ''}`;
    const found = index.starting(both);
    if (found.length === 0) continue;
    const joined = matchWord(index, both, { widely: false });
    for (const one of [matched[at - 1], matched[at]]) {
      if (one === undefined) continue;
      joined.scores.forEach((score, nth) => {
        if (score > (one.scores[nth] ?? 0)) one.scores[nth] = score;
      });
      one.meant.push(both);
    }
  }
}

/** Weight for each combination of the bits in {@link places}. */
const placeWeights = Array.from(
  { length: 16 },
  (_, bits) =>
    (bits & places.title ? 10 : 0) +
    (bits & places.tag ? 4 : 0) +
    (bits & places.publisher ? 2 : 0) +
    (bits & places.description ? 2 : 0),
);

/**
 * The words of the index that a typed word means: itself and its singular where they match as prefixes;
 * otherwise, or where typos are searched anyway, the nearest other words.
 */
function meantBy(
  typed: string,
  found: readonly FoundWord[],
  { widely }: { widely: boolean },
): string[] {
  const spelt = [typed, ...singulars(typed)].filter((beginning) =>
    found.some(({ entry }) => entry.word.startsWith(beginning)),
  );
  if (spelt.length > 0 && !widely) return spelt;
  const others = found.filter(({ entry }) => !spelt.some((one) => entry.word.startsWith(one)));
  const best = others.toSorted(
    (left, right) =>
      right.likeness - left.likeness || right.entry.items.length - left.entry.items.length,
  );
  return [...spelt, ...best.slice(0, 3).map(({ entry }) => entry.word)];
}
