import type { CorpusRecord } from './corpus-record.ts';
import { makeCorpus } from './make-corpus.ts';
import { readCorpus } from './read-corpus.ts';
import { repeatCorpus } from './repeat-corpus.ts';

/**
 * Opens a corpus.
 *
 * @param file of JSON lines; without one, a corpus is generated
 * @returns a function that returns the requested number of records, repeated where the corpus has fewer
 */
export async function openCorpus(
  file: string | undefined,
): Promise<(size: number) => Promise<CorpusRecord[]>> {
  const read = file === undefined ? null : await readCorpus(file);
  return async (size) => repeatCorpus(read ?? makeCorpus(size), size);
}
