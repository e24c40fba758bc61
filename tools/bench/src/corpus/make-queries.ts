import type { CorpusRecord } from './corpus-record.ts';
import { makeRandom } from './make-random.ts';

/**
 * Makes queries as people type them, a fifth of each kind: a name, the beginning of one, a name with a
 * typo, a word of a description, two words.
 */
export function makeQueries(records: readonly CorpusRecord[], count: number): string[] {
  const random = makeRandom(11);
  const kinds = [exactName, beginning, typo, word, twoWords];
  return Array.from({ length: count }, (_, nth) => {
    const record = records[Math.floor(random() * records.length)];
    const kind = kinds[nth % kinds.length];
    return record === undefined || kind === undefined ? '' : kind(record, random);
  });
}

type Random = () => number;

function exactName({ name }: CorpusRecord): string {
  return name;
}

function beginning({ displayName }: CorpusRecord, random: Random): string {
  return displayName.slice(0, 3 + Math.floor(random() * 4));
}

/** Swaps two letters, but not the first one. */
function typo({ name }: CorpusRecord, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 3));
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

function word(record: CorpusRecord, random: Random): string {
  const words = wordsOf(record);
  return words[Math.floor(random() * words.length)] ?? record.name;
}

function twoWords(record: CorpusRecord, random: Random): string {
  return `${word(record, random)} ${word(record, random)}`;
}

function wordsOf({ displayName, description }: CorpusRecord): string[] {
  return `${displayName} ${description}`.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
