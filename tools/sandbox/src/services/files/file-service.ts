import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { FileService } from '../services.ts';
import {
  changeEntry,
  type EntryChange,
  makeEntry,
  swapEntry,
  unlinkEntry,
} from './change-entry.ts';
import { copyEntry, type EntryAt } from './copy-entry.ts';
import { toFileError } from './file-error.ts';
import { toFacts } from './file-facts.ts';
import { makeFolders } from './make-folders.ts';
import { moveEntry } from './move-entry.ts';
import { openFile } from './open-file.ts';
import { type FolderOpener, openFolder } from './open-folder.ts';
import { isBelow, locate, type FilePlaces, toAbsolute } from './places.ts';
import { reach, type ReachOptions, type Reached } from './reach.ts';
import { readEntry } from './read-entry.ts';
import { removeEntry } from './remove-entry.ts';
import { alreadyThere, isTemporary, lstatEntry, writeEntry } from './write-entry.ts';

/** What a service reads at once; as base64 it still fits into a message. */
export const readLimit = 6_000_000;

/** Entries of a folder that are listed at once. */
const maxEntries = 20_000;

/** All of {@link FileService} but for watching. */
export type PlainFileService = Omit<FileService, 'watch'>;

/**
 * Files of the workspace and of an extension's own folders, and nothing else of the machine.
 *
 * Paths may lead over links as long as these stay inside. What is written stands in its place at once, as a
 * whole. Errors are {@link ServiceError}s that name paths as the extension gave them.
 */
export function makeFileService(
  places: FilePlaces,
  { open = openFolder }: { open?: FolderOpener } = {},
): PlainFileService {
  const opener = places.closed?.keepOut(open) ?? open;
  const go = (path: string, how: Omit<ReachOptions, 'places' | 'open'>) =>
    reach(path, { places, open: opener, ...how });
  const requireMovable = async (at: Reached, path: string): Promise<EntryAt> => {
    const entry = requireEntry(at, path);
    await places.closed?.requireApart(entry);
    return entry;
  };
  const change = (path: string, to: EntryChange) =>
    telling('change', path, async () => {
      await using at = await go(path, { follow: true, write: true });
      await changeEntry(at, to);
    });
  return {
    readFile: (path) =>
      telling('read', path, async () => {
        await using at = await go(path, { follow: true, write: false });
        return (await readEntry(at, readLimit)).bytes;
      }),
    readDir: (path) =>
      telling('list', path, async () => {
        await using at = await go(path, { follow: true, write: false });
        return await listEntries(at); // before what holds the folder is closed
      }),
    exists: (path) => exists(() => go(path, { follow: true, write: false }), path),
    writeFile: (path, content) =>
      telling('write', path, async () => {
        await using at = await go(path, { follow: true, write: true, make: true });
        const fill = {
          fill: (file: { writeFile(data: Uint8Array): Promise<void> }) => file.writeFile(content),
        };
        await writeEntry(requireEntry(at, path), { overwrite: true, ...fill });
      }),
    copy: (from, to, options) =>
      telling('copy', from, async () => {
        requireApart(toNamed(places, from), toNamed(places, to), { from, to });
        await using source = await go(from, { follow: true, write: false });
        await requireThere(source);
        await using target = await go(to, { follow: options.overwrite, write: true, make: true });
        requireApart(source.path, target.path, { from, to });
        await copyEntry(requireEntry(source, from), await requireMovable(target, to), options);
      }),
    move: (from, to, options) =>
      telling('move', from, async () => {
        requireApart(toNamed(places, from), toNamed(places, to), { from, to });
        await using source = await go(from, { follow: false, write: true });
        await requireThere(source);
        await using target = await go(to, { follow: false, write: true, make: true });
        requireApart(source.path, target.path, { from, to });
        const entry = await requireMovable(source, from);
        await moveEntry(entry, await requireMovable(target, to), options);
      }),
    delete: (path, options) =>
      telling('delete', path, async () => {
        await using at = await go(path, { follow: false, write: true });
        await removeEntry(await requireMovable(at, path), options);
      }),
    stat: (path, { follow }) =>
      telling('find', path, async () => {
        await using at = await go(path, { follow, write: false });
        return toFacts(await lstat(at.folder.at(at.name ?? undefined)));
      }),
    realPath: (path) =>
      telling('find', path, async () => {
        await using at = await go(path, { follow: true, write: false });
        await requireThere(at);
        return at.path;
      }),
    readLink: (path) =>
      telling('read', path, async () => {
        await using at = await go(path, { follow: false, write: false });
        return await readlink(at.folder.at(at.name ?? undefined));
      }),
    makeFolder: (path, { recursive, mode }) =>
      telling('make', path, async () => {
        const to = (folder: string) => go(folder, { follow: true, write: true });
        if (recursive) return makeFolders(toAbsolute(places, path), { go: to, mode });
        await using at = await go(path, { follow: false, write: true });
        if (at.name === null) throw alreadyThere(path);
        await makeEntry(requireEntry(at, path), mode);
        return at.path;
      }),
    open: (path, how) =>
      telling('open', path, async () => {
        await using at = await go(path, { follow: true, write: how.write });
        return await openFile(requireEntry(at, path), how);
      }),
    remove: (path, kind) =>
      telling('delete', path, async () => {
        await using at = await go(path, { follow: false, write: true });
        await unlinkEntry(await requireMovable(at, path), kind);
      }),
    rename: (from, to) =>
      telling('move', from, async () => {
        await using source = await go(from, { follow: false, write: true });
        await using target = await go(to, { follow: false, write: true });
        await swapEntry(await requireMovable(source, from), await requireMovable(target, to));
      }),
    setMode: (path, mode) => change(path, { mode }),
    setTimes: (path, times) => change(path, times),
  };
}

async function telling<T>(action: string, path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw toFileError(error, { action, path });
  }
}

async function exists(go: () => Promise<Reached>, path: string): Promise<boolean> {
  try {
    await using at = await go();
    return at.name === null || (await lstatEntry(at.folder, at.name)) !== undefined;
  } catch (error) {
    const found = toFileError(error, { action: 'find', path });
    if (found.code === 'not-found' || found.code === 'not-a-directory') return false;
    throw found;
  }
}

async function listEntries(at: Reached): ReturnType<FileService['readDir']> {
  await using inner = at.name === null ? null : await at.folder.enter(at.name);
  const folder = inner ?? at.folder;
  const entries = await readdir(folder.at(), { withFileTypes: true });
  await folder.verify();
  if (entries.length > maxEntries) {
    const found = `it has ${entries.length} entries, and at most ${maxEntries} are listed at once`;
    throw new ServiceError('too-large', found);
  }
  return entries
    .filter(({ name }) => !isTemporary(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => ({
      name: entry.name,
      path: join(folder.path, entry.name),
      type: entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'file',
    }));
}

function requireEntry({ folder, name }: Reached, path: string): EntryAt {
  if (name !== null) return { folder, name };
  throw new ServiceError(
    'is-a-directory',
    `'${path}' is a whole folder of this extension or its workspace, which stays as it is`,
  );
}

/** What a path names, whatever links are on the way. */
function toNamed(places: FilePlaces, path: string): string {
  const absolute = toAbsolute(places, path);
  const { place, parts } = locate(places, absolute, path);
  return join(place.path, ...parts);
}

async function requireThere({ folder, name }: Reached): Promise<void> {
  if (name !== null) await lstat(folder.at(name));
}

function requireApart(from: string, to: string, given: { from: string; to: string }): void {
  if (!isBelow(from, to) && !isBelow(to, from)) return;
  throw new ServiceError(
    'invalid-argument',
    `'${given.to}' and '${given.from}' are the same, or one is in the other`,
  );
}
