import { fromSearchRow, type SearchRow } from '@orchestra/core';
import { indexWords, type WordIndex } from '../search/index-words.ts';

let loading: Promise<WordIndex> | undefined;

/** Fetches what can be searched, at the first call only; a failure is tried again at the next. */
export function loadWordIndex(source: string): Promise<WordIndex> {
  loading ??= fetchIndex(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchIndex(source: string): Promise<WordIndex> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  // written by the same build from the same type
  const rows: SearchRow[] = await response.json();
  return indexWords(rows.map(fromSearchRow));
}
