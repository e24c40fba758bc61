import { chmod, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseJson } from '@orchestra/core';
import { systemCode, writeFileAtomic } from '@orchestra/core/node';
import { lock } from 'proper-lockfile';
import { Type } from 'typebox';
import { ServiceError } from '../service-error.ts';

/** Values by key, as a file of JSON keeps them. */
export type KeptValues = Record<string, unknown>;

const KeptValuesSchema = Type.Record(Type.String(), Type.Unknown());

/**
 * Reads the values of a file; none where it isn't there.
 *
 * @throws ServiceError `damaged` where it can't be read: the file stays as it is
 */
export async function readKeptValues(file: string): Promise<KeptValues> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return {};
    throw damaged(file, systemCode(error) ?? 'it is not readable', error);
  }
  const parsed = parseJson(KeptValuesSchema, text);
  if (!parsed.ok) throw damaged(file, parsed.reason);
  return parsed.value;
}

/** The error of a file that isn't what was written; it names the file and not where it is. */
export function damaged(file: string, reason: string, cause?: unknown): ServiceError {
  return new ServiceError(
    'damaged',
    `${basename(file)} is damaged, and was left as it is: ${reason}. Mend it, or move it away to begin anew`,
    { cause: cause ?? new Error(file) },
  );
}

/**
 * Changes the values of a file. Other processes that do the same wait for each other; one that was killed is
 * waited for no longer than 5 seconds.
 *
 * @param change gets a copy without a prototype
 * @throws ServiceError `damaged`
 */
export async function changeKept(
  file: string,
  change: (values: KeptValues) => void,
  options: { mode?: number } = {},
): Promise<void> {
  await makePrivateFolder(dirname(file));
  const release = await lock(file, {
    realpath: false,
    stale: 5_000,
    retries: { retries: 100, factor: 1.3, minTimeout: 10, maxTimeout: 200, randomize: true },
  });
  try {
    const values: KeptValues = Object.assign(Object.create(null), await readKeptValues(file));
    change(values);
    await writeFileAtomic(file, `${JSON.stringify(values, null, 2)}\n`, options);
  } finally {
    await release();
  }
}

/** Makes a folder that only this person may enter. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}
