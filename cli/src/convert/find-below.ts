import { foreignKind, parseManifest } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Most folders that are looked into. */
const mostFolders = 200;

/**
 * Finds the extensions of VS Code and Raycast in a repository of several packages: in the folders of a folder,
 * and in the folders of those.
 *
 * @returns relative paths, with `/` between folders
 */
export async function findBelow(directory: string): Promise<string[]> {
  const first = await foldersOf(directory, '');
  const second = await Promise.all(first.map((folder) => foldersOf(directory, `${folder}/`)));
  const folders = [...first, ...second.flat()].slice(0, mostFolders);
  const found = await Promise.all(
    folders.map(async (folder) => ((await isForeign(join(directory, folder))) ? [folder] : [])),
  );
  return found.flat();
}

async function foldersOf(directory: string, within: string): Promise<string[]> {
  const entries = await readdir(join(directory, within), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => `${within}${name}`)
    .toSorted();
}

async function isForeign(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '');
  const { manifest } = parseManifest(text);
  return manifest !== null && foreignKind(manifest) !== null;
}
