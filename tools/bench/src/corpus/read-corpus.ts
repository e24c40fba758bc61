import { maxNameLength, parseJson } from '@orchestra/core';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as Type from 'typebox';
import type { CorpusRecord } from './corpus-record.ts';

const LineSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  downloads: Type.Number(),
  updated: Type.Union([Type.String(), Type.Null()]),
});

const unknownTime = '2020-01-01T00:00:00.000Z';

/** Longest name, which leaves room for the number of a repeated record. */
const maxLength = maxNameLength - 10;

/**
 * Reads a corpus: a file with a JSON object on each line, with `id`, `name`, `description`, `downloads` and
 * `updated` (an ISO time, or null).
 *
 * @throws Error that names an invalid line
 */
export async function readCorpus(file: string): Promise<CorpusRecord[]> {
  const records: CorpusRecord[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const parsed = parseJson(LineSchema, line);
    if (!parsed.ok) {
      throw new Error(`${file}:${records.length + 1} is no record of a corpus: ${parsed.reason}`);
    }
    const { id, name, description, downloads, updated } = parsed.value;
    const known = { displayName: name, description, downloads, updatedAt: updated ?? unknownTime };
    records.push({ name: toName(id), ...known });
  }
  return records;
}

function toName(id: string): string {
  const words = id.toLowerCase().match(/[a-z0-9]+/g) ?? ['unnamed'];
  return words.join('-').slice(0, maxLength).replace(/-$/, '');
}
