import { letterMask, missingLetters } from './letter-mask.ts';
import { typingDistance } from './typing-distance.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

/** A word of the index that a typed one may mean. */
export interface FoundWord {
  entry: WordEntry;
  /** 1 for an equal word, less for less similar ones. */
  likeness: number;
}

/** Similar words are searched too where a word is in fewer extensions than this. */
const fewItems = 4;

/**
 * Finds the words that a typed one may mean: itself, its singular, and words that begin with it. Where these
 * are few, also words that contain it, or that it may be a typo of.
 *
 * @param options.widely always includes the latter
 */
export function findWords(
  index: WordIndex,
  typed: string,
  options: { widely?: boolean } = {},
): FoundWord[] {
  const found = new Map<WordEntry, number>();
  const note = (entry: WordEntry, likeness: number) => {
    if (likeness > (found.get(entry) ?? 0)) found.set(entry, likeness);
  };
  for (const entry of index.starting(typed)) note(entry, likenessOfBeginning(typed, entry.word));
  for (const singular of singulars(typed)) {
    for (const entry of index.starting(singular)) {
      note(entry, 0.95 * likenessOfBeginning(singular, entry.word));
    }
  }
  if (options.widely === true || countItems(found.keys()) < fewItems) {
    const mask = letterMask(typed);
    const most = mostTypos(typed);
    for (const entry of index.entries) {
      // a quick check that skips most words without comparing their letters
      if (missingLetters(mask, entry.mask) <= most)
        note(entry, likenessOfTypo(typed, { entry, most }));
    }
  }
  return [...found].map(([entry, likeness]) => ({ entry, likeness }));
}

/** Possible singulars of a plural; several, because no dictionary is used. */
export function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return [];
  const withoutS = word.slice(0, -1);
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, withoutS];
  return word.endsWith('es') ? [withoutS, word.slice(0, -2)] : [withoutS];
}

function countItems(entries: Iterable<WordEntry>): number {
  let count = 0;
  for (const { items } of entries) count += items.length;
  return count;
}

/** Likeness of a prefix: 1 for the whole word, down to a half the more of it is missing. */
function likenessOfBeginning(typed: string, word: string): number {
  return typed.length === word.length ? 1 : 0.5 + 0.4 * (typed.length / word.length);
}

/** The most typos allowed in a word; in a short word, two would match almost anything. */
function mostTypos({ length }: string): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}

/** Likeness of a typo; 0 where the words are too different. */
function likenessOfTypo(typed: string, to: { entry: WordEntry; most: number }): number {
  const { word } = to.entry;
  if (typed.length > 2 && word.includes(typed)) return 0.4;
  if (to.most === 0 || !beginsAlike(typed, word)) return 0;
  // in a word of three letters, a replaced letter makes another word
  if (typed.length === 3 && to.entry.mask !== letterMask(typed)) return 0;
  const { whole, beginning } = typingDistance(typed, word, to.most);
  if (whole <= to.most) return 0.8 - 0.2 * whole;
  // three letters with a typo would be the beginning of nearly everything
  return beginning <= to.most && typed.length > 3 ? 0.65 - 0.2 * beginning : 0;
}

/** True where the beginnings are alike: few people mistype both of the first two letters. */
function beginsAlike(typed: string, word: string): boolean {
  const [first, second] = typed;
  return word[0] === first || word[1] === second || word[1] === first || word[0] === second;
}
