import { lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { constants } from 'node:fs';
import { ServiceError } from '../service-error.ts';
import type { EntryAt } from './copy-entry.ts';
import type { Reached } from './reach.ts';
import { syncEntries } from './write-entry.ts';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Deletes a file or a link, or an empty folder.
 *
 * @throws ServiceError `is-a-directory`, or the system's error
 */
export async function unlinkEntry({ folder, name }: EntryAt, kind: 'file' | 'folder') {
  const found = await lstat(folder.at(name));
  await folder.verify();
  if (kind === 'folder') return rmdir(folder.at(name));
  if (found.isDirectory()) throw new ServiceError('is-a-directory', 'it is a folder');
  await unlink(folder.at(name));
}

/** Renames as the system does, which lets a folder replace an empty one, and a file another. */
export async function swapEntry(from: EntryAt, to: EntryAt): Promise<void> {
  await from.folder.verify();
  await to.folder.verify();
  await rename(from.folder.at(from.name), to.folder.at(to.name));
  await syncEntries(to.folder);
}

/** Makes a folder. @throws the system's error: `EEXIST` */
export async function makeEntry({ folder, name }: EntryAt, mode = 0o777): Promise<void> {
  await folder.verify();
  await mkdir(folder.at(name), mode & 0o777);
}

/** What of a file or a folder is set. Times are in milliseconds since 1970. */
export type EntryChange = { mode: number } | { accessedMs: number; modifiedMs: number };

/** Sets the mode of a file or folder, or its times. A link isn't followed. */
export async function changeEntry({ folder, name }: Reached, change: EntryChange): Promise<void> {
  const path = folder.at(name ?? undefined);
  const found = await lstat(path);
  if (!found.isFile() && !found.isDirectory()) {
    throw new ServiceError('not-a-file', 'it is no file and no folder');
  }
  await using handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  await folder.verify();
  if ('mode' in change) return handle.chmod(change.mode & 0o777);
  await handle.utimes(change.accessedMs / 1_000, change.modifiedMs / 1_000);
}
