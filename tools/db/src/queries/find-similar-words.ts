import type { Queryable } from '../database.ts';

/** Finds words of extensions that look like those given, the likest first. */
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
