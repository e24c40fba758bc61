import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { ListedFile } from '../../publish/site-list.ts';
import type { PlannedFile } from '../files/planned-file.ts';

/** A file that is ready to be copied to the served site. */
export interface StagedFile extends ListedFile {
  /** Path of the prepared file. */
  file: string;
}

/**
 * Collects the files that Astro rendered, by path.
 *
 * @param options.keys keys of the pages to render, by path
 * @throws RegistryError `site-build-failed` where a page is missing
 */
export async function stageRendered(
  directory: string,
  { keys }: { keys: ReadonlyMap<string, string> },
): Promise<Map<string, StagedFile>> {
  const staged = new Map<string, StagedFile>();
  for (const file of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const written = join(file.parentPath, file.name);
    const path = await hostedPath(directory, written);
    const key = keys.get(path);
    staged.set(path, await measure(join(directory, path), key));
  }
  const missing = [...keys.keys()].find((path) => !staged.has(path));
  if (missing === undefined) return staged;
  throw new RegistryError('site-build-failed', `No template renders ${missing}`, {
    hint: 'A kind of pages needs a template: src/pages/<kind>/[id].astro.',
  });
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

/** Decodes `#` in a folder's name: Astro leaves it encoded, but hosts look it up decoded. */
async function hostedPath(directory: string, written: string): Promise<string> {
  const path = relative(directory, written).replaceAll(sep, '/');
  const decoded = decodeURIComponent(path);
  if (decoded === path) return path;
  await mkdir(dirname(join(directory, decoded)), { recursive: true });
  await rename(written, join(directory, decoded));
  return decoded;
}

async function measure(file: string, key: string | undefined): Promise<StagedFile> {
  const content = await readFile(file);
  const facts = { file, sha256: sha256Hex(content), size: content.length };
  return key === undefined ? facts : { ...facts, key };
}
