import type { IndexEntry } from '@orchestra/core';
import type { SyncProblem } from '@orchestra/db';
import type { ObjectReader } from '@orchestra/registry';
import { parseMirroredEntry } from './parse-mirrored-entry.ts';
import type { IndexEntryFile } from './plan-sync.ts';

/** Several entries of the index. */
export interface EntryChunk {
  entries: { path: string; entry: IndexEntry }[];
  /** Files among them that aren't valid entries. */
  problems: SyncProblem[];
}

/** Bytes per chunk, about a thousand versions. Only a little more than a chunk is in memory at a time. */
const chunkBytes = 3 * 1024 * 1024;

/** Reads entries in chunks of similar size, however many there are. */
export async function* readEntries(
  files: readonly IndexEntryFile[],
  { reader }: { reader: ObjectReader },
): AsyncGenerator<EntryChunk, undefined> {
  for (const chunk of chunksOf(files)) {
    const texts = await Promise.all(chunk.map(({ object }) => reader.read(object)));
    const read: EntryChunk = { entries: [], problems: [] };
    for (const [nth, { path }] of chunk.entries()) {
      const parsed = parse(texts[nth]?.toString('utf8') ?? '', path);
      if (parsed.ok) read.entries.push({ path, entry: parsed.entry });
      else read.problems.push({ path, reason: parsed.reason });
    }
    yield read;
  }
}

function* chunksOf(files: readonly IndexEntryFile[]): Generator<IndexEntryFile[], undefined> {
  let chunk: IndexEntryFile[] = [];
  let bytes = 0;
  for (const file of files) {
    chunk.push(file);
    bytes += file.size;
    if (bytes < chunkBytes) continue;
    yield chunk;
    chunk = [];
    bytes = 0;
  }
  if (chunk.length > 0) yield chunk;
}

function parse(text: string, path: string): ReturnType<typeof parseMirroredEntry> {
  try {
    return parseMirroredEntry(text, { path: path.replace(/^extensions\//, '') });
  } catch (error) {
    // recursion into very deeply nested JSON overflows the stack
    if (error instanceof RangeError) return { ok: false, reason: 'It is nested too deep' };
    throw error;
  }
}
