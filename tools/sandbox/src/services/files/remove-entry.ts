import { readdir, rmdir, unlink } from 'node:fs/promises';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import type { OpenFolder } from './open-folder.ts';
import { lstatEntry } from './write-entry.ts';

/** How deep folders may be nested that are copied or deleted. */
export const maxFolderDepth = 200;

/**
 * Deletes a file, a link (not what it leads to) or a folder.
 *
 * @throws the system's error: `ENOENT`, `ENOTEMPTY` where `recursive` is false
 */
export async function removeEntry(
  of: { folder: OpenFolder; name: string },
  options: { recursive: boolean },
  depth = 0,
): Promise<void> {
  const { folder, name } = of;
  const found = await lstatEntry(folder, name);
  if (found === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  await folder.verify();
  if (!found.isDirectory()) return unlink(folder.at(name));
  if (options.recursive) {
    if (depth > maxFolderDepth) throw tooDeep(name);
    await using inner = await folder.enter(name);
    for (const entry of await readdir(inner.at())) {
      await removeEntry({ folder: inner, name: entry }, options, depth + 1).catch(unlessGone);
    }
  }
  await folder.verify();
  await rmdir(folder.at(name));
}

function unlessGone(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}

/** @returns the error `too-large` of folders that are nested too deep */
export function tooDeep(name: string): ServiceError {
  return new ServiceError(
    'too-large',
    `'${name}' is in more than ${maxFolderDepth} folders, one in another`,
  );
}
