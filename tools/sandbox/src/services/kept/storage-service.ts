import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes, parseJson } from '@orchestra/core';
import { sha256Hex, systemCode, writeFileAtomic } from '@orchestra/core/node';
import { Type } from 'typebox';
import { ServiceError } from '../service-error.ts';
import type { StorageService } from '../services.ts';
import { damaged, makePrivateFolder } from './kept-file.ts';

/** Bounds of what an extension keeps, in bytes. */
export const storageLimits = {
  valueBytes: 5_000_000,
  totalBytes: 50_000_000,
  keyLength: 1_000,
  keys: 10_000,
} as const;

/**
 * Values of an extension in a folder, a file each: its first line is the key, the second the value, both as
 * JSON. Several processes may write at once; the bounds of all are checked before a write, so that two may
 * exceed them by a value each.
 */
export function makeStorageService(folder: string): StorageService {
  const fileOf = (key: string) => join(folder, `${sha256Hex(key)}.json`);
  return {
    get: async (key) => {
      const text = await readIfThere(fileOf(key));
      return text === undefined ? undefined : parseStored(fileOf(key), text);
    },
    set: async (key, json) => {
      requireFits(key, json);
      await requireRoom(folder, { file: fileOf(key), bytes: Buffer.byteLength(json) });
      await makePrivateFolder(folder);
      await writeFileAtomic(fileOf(key), `${JSON.stringify(key)}\n${json}\n`, { mode: 0o600 });
    },
    delete: (key) => rm(fileOf(key), { force: true }),
    keys: async () => {
      const found = await Promise.all(
        (await list(folder)).map((name) => readKey(join(folder, name))),
      );
      return found.filter((key) => key !== undefined).toSorted();
    },
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseStored(file: string, text: string): unknown {
  const [, value = ''] = text.split('\n', 2);
  const parsed = parseJson(Type.Unknown(), value);
  if (parsed.ok) return parsed.value;
  throw damaged(file, parsed.reason);
}

function requireFits(key: string, json: string): void {
  const { keyLength, valueBytes } = storageLimits;
  if (key.length > keyLength) {
    throw new ServiceError(
      'too-large',
      `A key has at most ${keyLength} characters; found ${key.length}`,
    );
  }
  const bytes = Buffer.byteLength(json);
  if (bytes > valueBytes) {
    throw new ServiceError(
      'too-large',
      `The value of '${key}' has ${formatBytes(bytes)} as JSON, and may have ${formatBytes(valueBytes)}: keep it in a file of the storage folder`,
    );
  }
  if (json.includes('\n')) throw new ServiceError('invalid-argument', 'Expected JSON in one line');
}

async function requireRoom(folder: string, of: { file: string; bytes: number }): Promise<void> {
  const { totalBytes, keys } = storageLimits;
  const others = (await list(folder))
    .map((name) => join(folder, name))
    .filter((file) => file !== of.file);
  const sizes = await Promise.all(
    others.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, of.bytes);
  if (total <= totalBytes && others.length < keys) return;
  throw new ServiceError(
    'too-large',
    `An extension may keep ${formatBytes(totalBytes)} in ${keys} values; this would be ${formatBytes(total)} in ${others.length + 1}. Delete some first`,
  );
}

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** @returns undefined where it was deleted meanwhile */
async function readKey(file: string): Promise<string | undefined> {
  try {
    await using handle = await open(file, 'r');
    // a character of a key takes at most six bytes as JSON
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(storageLimits.keyLength * 6 + 3),
      0,
    );
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
    const parsed = parseJson(Type.String(), line);
    if (parsed.ok) return parsed.value;
    throw damaged(file, parsed.reason);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
