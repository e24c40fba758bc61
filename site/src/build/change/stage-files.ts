import { sha256Hex } from '@orchestra/core/node';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { ListedFile } from '../../publish/site-list.ts';
import type { PlannedFile } from '../files/planned-file.ts';

/** A file that is ready to be copied to the served site. */
export interface StagedFile extends ListedFile {
  /** Path of the prepared file. */
  file: string;
}

/**
 * Collects the files of a folder, by path.
 *
 * @param options.keys keys of those that have one, by path
 */
export async function stageFolder(
  directory: string,
  { keys }: { keys: ReadonlyMap<string, string> },
): Promise<Map<string, StagedFile>> {
  const staged = new Map<string, StagedFile>();
  for (const found of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const file = join(found.parentPath, found.name);
    const path = relative(directory, file).replaceAll(sep, '/');
    staged.set(path, await measure(file, keys.get(path)));
  }
  return staged;
}

/** Makes a planned file in the staging folder. */
export async function stageFile(
  directory: string,
  { path, key, make }: PlannedFile,
): Promise<StagedFile> {
  const file = join(directory, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await make());
  return measure(file, key);
}

async function measure(file: string, key: string | undefined): Promise<StagedFile> {
  const content = await readFile(file);
  const facts = { file, sha256: sha256Hex(content), size: content.length };
  return key === undefined ? facts : { ...facts, key };
}
