import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, unlink } from 'node:fs/promises';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import type { OpenFolder } from './open-folder.ts';
import { requireFile } from './read-entry.ts';

/** A name that nothing has yet. What was left by a process that was killed is found by {@link isTemporary}. */
export function temporaryName(): string {
  return `.orchestra-${randomBytes(8).toString('hex')}.tmp`;
}

/** True for names of files that are being written. */
export function isTemporary(name: string): boolean {
  return /^\.orchestra-[0-9a-f]{16}\.tmp$/.test(name);
}

/**
 * Puts a file in its place at once: readers see what was there before, or all of the new one. Keeps the
 * permissions of a file that it replaces.
 *
 * @param fill writes the content
 * @throws ServiceError `exists` where `overwrite` is false, `is-a-directory`, `not-a-file`
 */
export async function writeEntry(
  to: { folder: OpenFolder; name: string },
  options: { overwrite: boolean; mode?: number; fill(handle: FileHandle): Promise<void> },
): Promise<void> {
  const { folder, name } = to;
  const before = await lstatEntry(folder, name);
  if (before !== undefined && !options.overwrite) throw alreadyThere(name);
  if (before?.isSymbolicLink() === false) requireFile(before);
  await folder.verify();
  const temporary = temporaryName();
  const handle = await open(folder.at(temporary), 'wx', 0o666);
  try {
    const mode = before?.isFile() === true ? before.mode : options.mode;
    if (mode !== undefined) await handle.chmod(mode & 0o777);
    await options.fill(handle);
    await handle.sync();
    await handle.close();
    await folder.verify();
    await place(folder, { temporary, name, overwrite: options.overwrite });
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(folder.at(temporary)).catch(() => {});
    throw error;
  }
  await syncEntries(folder);
}

async function place(
  folder: OpenFolder,
  of: { temporary: string; name: string; overwrite: boolean },
): Promise<void> {
  if (!of.overwrite) {
    try {
      await link(folder.at(of.temporary), folder.at(of.name)); // fails where something came in between
      return await unlink(folder.at(of.temporary));
    } catch (error) {
      if (systemCode(error) === 'EEXIST') throw alreadyThere(of.name);
      // a disk without hard links
    }
  }
  await rename(folder.at(of.temporary), folder.at(of.name));
}

/** Makes names of a folder survive a power cut; Windows needs and has no such call. */
export async function syncEntries(folder: OpenFolder): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder.at(), 'r');
  await handle.sync();
}

/** What stands there, itself and not what a link leads to; undefined where nothing does. */
export async function lstatEntry(folder: OpenFolder, name: string) {
  try {
    return await lstat(folder.at(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @returns the error `exists` */
export function alreadyThere(name: string): ServiceError {
  return new ServiceError(
    'exists',
    `'${name}' is there already; ask for it with \`overwrite: true\``,
  );
}
