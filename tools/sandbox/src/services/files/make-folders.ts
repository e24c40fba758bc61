import { dirname } from 'node:path';
import { lstat } from 'node:fs/promises';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import { makeEntry } from './change-entry.ts';
import type { Reached } from './reach.ts';

/**
 * Makes a folder with all that it is in. Each step is found from the beginning, so that no link leads elsewhere.
 *
 * @param path absolute
 * @param go follows a path, of which all but the last name must be there
 * @returns absolute path of the first that was made; undefined where all were there
 * @throws ServiceError `exists` where something else than a folder stands there
 */
export async function makeFolders(
  path: string,
  { go, mode }: { go(path: string): Promise<Reached>; mode: number | undefined },
): Promise<string | undefined> {
  try {
    await using at = await go(path);
    if (at.name === null) return undefined;
    await makeEntry({ folder: at.folder, name: at.name }, mode);
    return at.path;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return requireFolder(await go(path));
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const first = await makeFolders(dirname(path), { go, mode });
  return (await makeFolders(path, { go, mode }), first);
}

async function requireFolder(reached: Reached): Promise<undefined> {
  await using at = reached;
  const found = await lstat(at.folder.at(at.name ?? undefined));
  if (!found.isDirectory()) throw new ServiceError('exists', 'it is there, and is no folder');
}
