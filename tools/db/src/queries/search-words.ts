import type { Queryable } from '../database.ts';

/** Finds the English stems of words; null for a stop word such as `the`. */
export async function findStems(
  database: Queryable,
  words: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await database.query<{ word: string; stems: string[] | null }>(
    `select word, ts_lexize('english_stem', word) as stems from unnest($1::text[]) as word`,
    [words],
  );
  return new Map(rows.map(({ word, stems }) => [word, stems === null ? word : (stems[0] ?? null)]));
}

/** Finds words of extensions that are similar to the given ones, most similar first. */
export async function findSimilarWords(
  database: Queryable,
  words: readonly string[],
  { most }: { most: number },
): Promise<Map<string, string[]>> {
  const rows = await database.query<{ word: string; similar: string[] }>(
    `select word, array(select similar_words(word, $2)) as similar from unnest($1::text[]) as word`,
    [[...new Set(words)], most],
  );
  return new Map(rows.map(({ word, similar }) => [word, similar]));
}
