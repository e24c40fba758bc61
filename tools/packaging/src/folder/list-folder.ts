import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeftOutFile } from '../checks/check.ts';
import { RegistryError } from '@orchestra/core';

const maxFiles = 200_000;
const neverEntered = new Set(['.git', '.hg', '.svn', '.orchestra']);

/** All files below a folder, except those that are never packed. */
export interface ListedFolder {
  /** Paths relative to the folder, with `/` between folders, sorted. */
  paths: string[];
  /** Links and node_modules folders, which are not followed. */
  leftOut: LeftOutFile[];
}

/**
 * Lists all files below a folder, or below one of the folders in it.
 *
 * @param below path of that folder: `node_modules/tide`
 * @throws RegistryError `file-unreadable` where the folder can't be read, or has too many files for an
 *   extension
 */
export async function listFolder(directory: string, below = ''): Promise<ListedFolder> {
  const listed: ListedFolder = { paths: [], leftOut: [] };
  const waiting = [below === '' ? '' : `${below}/`];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    for (const entry of await readFolder(join(directory, prefix))) {
      const path = `${prefix}${entry.name}`;
      if (entry.isSymbolicLink()) listed.leftOut.push({ path, reason: 'link' });
      else if (entry.isFile()) listed.paths.push(path);
      else if (!entry.isDirectory() || neverEntered.has(entry.name)) continue;
      else if (entry.name === 'node_modules') listed.leftOut.push({ path, reason: 'node-modules' });
      else waiting.push(`${path}/`);
    }
    if (listed.paths.length > maxFiles) {
      throw new RegistryError('file-unreadable', `${directory} holds over ${maxFiles} files`, {
        hint: 'Run this in the folder of one extension.',
      });
    }
  }
  listed.paths.sort();
  return listed;
}

async function readFolder(directory: string) {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    throw new RegistryError('file-unreadable', `The folder ${directory} can't be read`, {
      hint: 'Check the path and its permissions.',
      cause: error,
    });
  }
}
