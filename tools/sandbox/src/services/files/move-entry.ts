import { lstat, rename } from 'node:fs/promises';
import { systemCode } from '@orchestra/core/node';
import { copyEntry, type EntryAt, placeFolder } from './copy-entry.ts';
import { removeEntry } from './remove-entry.ts';
import { requireFile } from './read-entry.ts';
import { alreadyThere, lstatEntry, syncEntries } from './write-entry.ts';

/**
 * Moves a file, a link or a folder: by a rename, or by a copy where it goes to another disk.
 *
 * @throws ServiceError `exists`, `is-a-directory` where a file would replace a folder
 */
export async function moveEntry(
  from: EntryAt,
  to: EntryAt,
  options: { overwrite: boolean },
): Promise<void> {
  const found = await lstat(from.folder.at(from.name));
  try {
    if (found.isDirectory()) await placeFolder(from, to, options);
    else await renameEntry(from, to, options);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    await copyEntry(from, to, options);
    return removeEntry(from, { recursive: true });
  }
  await syncEntries(from.folder);
}

async function renameEntry(from: EntryAt, to: EntryAt, options: { overwrite: boolean }) {
  const before = await lstatEntry(to.folder, to.name);
  if (before !== undefined && !options.overwrite) throw alreadyThere(to.name);
  if (before?.isSymbolicLink() === false) requireFile(before);
  await from.folder.verify();
  await to.folder.verify();
  await rename(from.folder.at(from.name), to.folder.at(to.name));
  await syncEntries(to.folder);
}
