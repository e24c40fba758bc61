import { parseJson } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import type { Static, TSchema } from 'typebox';

/** Writes a value to a file that is kept between builds, atomically. @returns the value */
export async function keepValue<T>(file: string, value: T): Promise<T> {
  await writeFileAtomic(file, JSON.stringify(value));
  return value;
}

/** Reads a value that an earlier build kept; null where it is missing or damaged. */
export async function readKept<S extends TSchema>(
  file: string,
  schema: S,
): Promise<{ value: Static<S> } | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = text === null ? null : parseJson(schema, text);
  return parsed?.ok === true ? { value: parsed.value } : null;
}
