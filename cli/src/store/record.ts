import { parseJson, Sha256Schema } from '@orchestra/core';
import { type PackageFiles } from '@orchestra/packaging';
import { sha256Hex, writeFileAtomic } from '@orchestra/core/node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { type Installed, InstalledSchema } from './state.ts';
import { type StorePaths, versionId } from './store-paths.ts';

const RecordSchema = Type.Object({
  format: Type.Literal(1),
  installed: InstalledSchema,
  files: Type.Record(Type.String(), Sha256Schema, { description: 'SHA-256 by path.' }),
});

/**
 * The installed files of a version with their hashes: `verify` compares with it, and `doctor --repair`
 * rebuilds the state from it.
 */
export type InstallRecord = Static<typeof RecordSchema>;

/** Makes the record of a package that is about to be installed. */
export function makeRecord(installed: Installed, files: PackageFiles): InstallRecord {
  const hashes = [...files].map(([path, bytes]) => [path, sha256Hex(bytes)] as const);
  return { format: 1, installed, files: Object.fromEntries(hashes) };
}

/** Writes a record beside the store. */
export async function writeRecord(
  record: { name: string } & InstallRecord,
  paths: StorePaths,
): Promise<void> {
  const { name, ...kept } = record;
  await writeFileAtomic(recordFile(name, { ...kept, paths }), JSON.stringify(kept));
}

/** Reads the record of a version; null where it is missing or can't be read. */
export async function readRecord(
  name: string,
  of: { installed: Pick<Installed, 'version' | 'sha256'>; paths: StorePaths },
): Promise<InstallRecord | null> {
  return read(recordFile(name, of));
}

/** All readable records of an extension, latest install first. */
export async function listRecords(name: string, paths: StorePaths): Promise<InstallRecord[]> {
  const folder = join(paths.records, name);
  const files = await readdir(folder).catch(() => []);
  const records = await Promise.all(files.map((file) => read(join(folder, file))));
  return records
    .filter((record) => record !== null)
    .toSorted((left, right) =>
      right.installed.installedAt.localeCompare(left.installed.installedAt),
    );
}

function recordFile(
  name: string,
  of: { installed: Pick<Installed, 'version' | 'sha256'>; paths: StorePaths },
): string {
  return join(of.paths.records, name, `${versionId(of.installed)}.json`);
}

async function read(file: string): Promise<InstallRecord | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = text === null ? null : parseJson(RecordSchema, text);
  return parsed?.ok === true ? parsed.value : null;
}
