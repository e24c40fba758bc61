import { type FileHandle, mkdir, readdir, readlink, rename, symlink } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { OpenFolder } from './open-folder.ts';
import { requireWritableName } from './reach.ts';
import { openEntry } from './read-entry.ts';
import { maxFolderDepth, removeEntry, tooDeep } from './remove-entry.ts';
import { alreadyThere, lstatEntry, syncEntries, temporaryName, writeEntry } from './write-entry.ts';

/** An entry of a folder. */
export interface EntryAt {
  folder: OpenFolder;
  name: string;
}

/**
 * Copies a file or a folder, with all that is in it. It stands there at once, as a whole.
 *
 * @throws ServiceError `exists`, `not-a-file`, `outside-workspace` for links that lead out of a folder
 */
export async function copyEntry(
  from: EntryAt,
  to: EntryAt,
  options: { overwrite: boolean },
): Promise<void> {
  const found = await lstatEntry(from.folder, from.name);
  if (found?.isDirectory() !== true) return copyFile(from, to, options);
  const temporary = { folder: to.folder, name: temporaryName() };
  try {
    await copyFolder(from, temporary, { above: '', depth: 0 });
    await placeFolder(temporary, to, options);
  } catch (error) {
    await removeEntry(temporary, { recursive: true }).catch(() => {});
    throw error;
  }
}

async function copyFile(from: EntryAt, to: EntryAt, options: { overwrite: boolean }) {
  await using source = await openEntry(from.folder, from.name);
  const { mode } = await source.stat();
  await writeEntry(to, { ...options, mode, fill: (target) => pour(source, target) });
}

async function pour(source: FileHandle, target: FileHandle): Promise<void> {
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  for (let at = 0; ;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    await target.writeFile(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

async function copyFolder(
  from: EntryAt,
  to: EntryAt,
  { above, depth }: { above: string; depth: number },
): Promise<void> {
  if (depth > maxFolderDepth) throw tooDeep(from.name);
  await using source = await from.folder.enter(from.name);
  await to.folder.verify();
  await mkdir(to.folder.at(to.name));
  await using target = await to.folder.enter(to.name);
  for (const entry of await readdir(source.at(), { withFileTypes: true })) {
    const { name } = entry;
    requireWritableName(name, join(above, name));
    const [inner, copy] = [
      { folder: source, name },
      { folder: target, name },
    ];
    if (entry.isDirectory()) {
      await copyFolder(inner, copy, { above: join(above, name), depth: depth + 1 });
    } else if (entry.isSymbolicLink()) await copyLink(inner, copy, above);
    else await copyFile(inner, copy, { overwrite: false });
  }
  await syncEntries(target);
}

/** A link is copied where it leads to something that is copied with it. */
async function copyLink(from: EntryAt, to: EntryAt, above: string): Promise<void> {
  const target = await readlink(from.folder.at(from.name));
  const led = normalize(join(above, target));
  if (isAbsolute(target) || led === '..' || led.startsWith(`..${sep}`)) {
    throw new ServiceError(
      'outside-workspace',
      `'${join(above, from.name)}' is a link that leads out of the folder, and can't be copied`,
    );
  }
  await to.folder.verify();
  await symlink(target, to.folder.at(to.name));
}

/**
 * Renames a folder to where another may be, which is deleted then.
 *
 * @throws ServiceError `exists`
 */
export async function placeFolder(
  from: EntryAt,
  to: EntryAt,
  options: { overwrite: boolean },
): Promise<void> {
  const before = await lstatEntry(to.folder, to.name);
  if (before !== undefined && !options.overwrite) throw alreadyThere(to.name);
  const old = { folder: to.folder, name: temporaryName() };
  await to.folder.verify();
  await from.folder.verify();
  if (before !== undefined) await rename(to.folder.at(to.name), old.folder.at(old.name));
  try {
    await rename(from.folder.at(from.name), to.folder.at(to.name));
  } catch (error) {
    if (before !== undefined) await rename(old.folder.at(old.name), to.folder.at(to.name));
    throw error;
  }
  await syncEntries(to.folder);
  if (before !== undefined) await removeEntry(old, { recursive: true });
}
