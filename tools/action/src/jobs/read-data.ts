import { parseJson, RegistryError } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import type { Static, TSchema } from 'typebox';

/**
 * Reads a JSON file that another job wrote.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function readData<S extends TSchema>(schema: S, file: string): Promise<Static<S>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(file, { reason: 'it is not there', cause });
  });
  const parsed = parseJson(schema, text);
  if (parsed.ok) return parsed.value;
  throw unreadable(file, { reason: parsed.reason });
}

function unreadable(file: string, { reason, cause }: { reason: string; cause?: unknown }) {
  return new RegistryError('file-unreadable', `${file} can't be read: ${reason}`, {
    hint: 'It is an artifact of the job before this one, of the same run.',
    cause,
  });
}
