import { letterMask, missingLetters } from './letter-mask.ts';
import { typingDistance } from './typing-distance.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

/** A word that a typed one may mean. */
export interface FoundWord {
  entry: WordEntry;
  /** 1 for the very word, less the less alike they are. */
  likeness: number;
}

/** Where a word is in fewer extensions than these, others that look like it are looked for as well. */
const fewItems = 4;

/**
 * The words that a typed one may mean: itself, its singular, those that begin with it, and where that is
 * next to nothing, those that it is a part of or a typo of.
 *
 * @param options.widely with those last ones in any case
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
      // most words are passed over here, without a look at their letters
      if (missingLetters(mask, entry.mask) <= most)
        note(entry, likenessOfTypo(typed, { entry, most }));
    }
  }
  return [...found].map(([entry, likeness]) => ({ entry, likeness }));
}

/** What a plural may be the plural of: more than one word, since no dictionary is asked. */
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

/** 1 for the whole word, towards a half the more of it is still to be typed. */
function likenessOfBeginning(typed: string, word: string): number {
  return typed.length === word.length ? 1 : 0.5 + 0.4 * (typed.length / word.length);
}

/** How many typos a word may have: in a short one, two would make any other word of it. */
function mostTypos({ length }: string): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}

/** 0 where they are too different. */
function likenessOfTypo(typed: string, to: { entry: WordEntry; most: number }): number {
  const { word } = to.entry;
  if (typed.length > 2 && word.includes(typed)) return 0.4;
  if (to.most === 0 || !beginsAlike(typed, word)) return 0;
  // with another letter, a word of three is simply another word
  if (typed.length === 3 && to.entry.mask !== letterMask(typed)) return 0;
  const { whole, beginning } = typingDistance(typed, word, to.most);
  if (whole <= to.most) return 0.8 - 0.2 * whole;
  // of three letters with a typo, nearly everything is a beginning
  return beginning <= to.most && typed.length > 3 ? 0.65 - 0.2 * beginning : 0;
}

/** Few people mistake the first two letters at once. */
function beginsAlike(typed: string, word: string): boolean {
  const [first, second] = typed;
  return word[0] === first || word[1] === second || word[1] === first || word[0] === second;
}
