import { entryPath, serializeEntry } from '@orchestra/core';
import { GitIndex } from '@orchestra/registry';
import { corpusEntry } from '../corpus/corpus-entry.ts';
import type { CorpusRecord } from '../corpus/corpus-record.ts';

/** Makes an index with an entry for each record. */
export async function makeBenchIndex(
  directory: string,
  records: readonly CorpusRecord[],
): Promise<GitIndex> {
  return GitIndex.open(directory, { files: new Map(entryFiles(records)) });
}

function* entryFiles(records: readonly CorpusRecord[]): Generator<[path: string, content: string]> {
  for (const [nth, record] of records.entries()) yield entryFile(record, nth);
}

/** Path and content of a record's entry. */
export function entryFile(record: CorpusRecord, nth: number): [path: string, content: string] {
  return [`extensions/${entryPath(record.name)}`, serializeEntry(corpusEntry(record, nth))];
}
