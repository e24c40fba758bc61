import type { CorpusRecord } from '../corpus/corpus-record.ts';
import queries from './queries.json' with { type: 'json' };

/** A query, and the results expected among the first three. */
export interface QualityQuery {
  kind: string;
  q: string;
  /** Names of extensions; any of them is correct. */
  expected: readonly string[];
}

/**
 * Makes queries with expected results: hand-written ones whose extensions are in the corpus, otherwise ones
 * generated from its records.
 */
export function qualityQueries(records: readonly CorpusRecord[]): QualityQuery[] {
  const written = Object.entries(queries).flatMap(([kind, own]) =>
    own.map((query) => ({ kind, ...query })),
  );
  const names = new Set(records.map(({ name }) => name));
  const isKnown = written.every(({ expected }) => expected.some((name) => names.has(name)));
  return isKnown ? written : madeQueries(records);
}

/**
 * Generates ten queries of each kind, from records all over the corpus. Extensions with the same title are
 * equally correct.
 */
function madeQueries(records: readonly CorpusRecord[]): QualityQuery[] {
  return Object.entries(makers).flatMap(([kind, make], at) =>
    Array.from({ length: 10 }, (_, nth) => {
      const record = records[(1 + at + 6 * nth) * Math.floor(records.length / 70)];
      if (record === undefined) throw new Error('The corpus is too small for queries');
      const alike = records.filter(({ displayName }) => displayName === record.displayName);
      return { kind, q: make(record), expected: alike.map(({ name }) => name) };
    }),
  );
}

const makers: Readonly<Record<string, (record: CorpusRecord) => string>> = {
  'exact name': ({ displayName }) => displayName,
  prefix: ({ displayName }) => displayName.slice(0, -2),
  'one typo': ({ displayName }) => swap(displayName, 2),
  'two typos': ({ displayName }) => swap(swap(displayName, 2), displayName.length - 3),
  'two words': ({ displayName }) => displayName.split(' ').slice(0, 2).toReversed().join(' '),
  concept: ({ displayName, description }) =>
    `${displayName.split(' ')[0]} ${description.split(' ').at(-1)}`,
};

function swap(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
