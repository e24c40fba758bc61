import { lstat, mkdir, readlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import type { FolderOpener, OpenFolder } from './open-folder.ts';
import { locate, type FilePlace, type FilePlaces, toAbsolute } from './places.ts';

/** Where a path of an extension leads: an entry of a folder that is held on to. */
export interface Reached extends AsyncDisposable {
  place: FilePlace;
  /** The folder that has the entry; the place itself where `name` is null. */
  folder: OpenFolder;
  /** Null for the place itself. */
  name: string | null;
  /** Absolute, without links on the way. */
  path: string;
}

/** How a path is followed. */
export interface ReachOptions {
  places: FilePlaces;
  open: FolderOpener;
  /** Makes folders that are missing on the way. */
  make?: boolean;
  /** Follows a link at the end of the path too. */
  follow: boolean;
  /** Something will be changed there. */
  write: boolean;
}

const maxLinks = 40;

/**
 * Follows a path step by step without ever leaving the places of an extension: each folder is opened in the
 * one before and no link is left to the system. Where a step is a link, its target is followed the same way
 * from the beginning. The entry at the end needn't exist.
 *
 * @throws ServiceError `outside-workspace`, `read-only`, `invalid-argument`, or the system's own errors
 */
export async function reach(given: string, options: ReachOptions): Promise<Reached> {
  let path = toAbsolute(options.places, given);
  for (let links = 0; links <= maxLinks; links += 1) {
    const found = await walk(path, given, options);
    if (typeof found !== 'string') return found;
    path = found;
  }
  throw new ServiceError('not-found', `'${given}' leads over more than ${maxLinks} links`);
}

/** @returns the path to go on with where a link is on the way */
async function walk(path: string, given: string, options: ReachOptions): Promise<Reached | string> {
  const { place, parts } = locate(options.places, path, given);
  if (options.write) requireWritable(place, parts, given);
  let folder = await options.open(place.path);
  try {
    const name = parts.pop() ?? null;
    for (const [index, part] of parts.entries()) {
      const next = await step(folder, part, options);
      if (typeof next === 'string') {
        await folder[Symbol.asyncDispose]();
        return resolve(next, ...parts.slice(index + 1), name ?? '.');
      }
      await folder[Symbol.asyncDispose]();
      folder = next;
    }
    const target = options.follow && name !== null ? await readLink(folder, name) : undefined;
    if (target !== undefined) {
      await folder[Symbol.asyncDispose]();
      return target;
    }
    return reached(place, folder, name);
  } catch (error) {
    await close(folder);
    throw error;
  }
}

async function close(folder: OpenFolder): Promise<void> {
  try {
    await folder[Symbol.asyncDispose]();
  } catch {
    // it was closed before the step that failed
  }
}

function reached(place: FilePlace, folder: OpenFolder, name: string | null): Reached {
  const path = name === null ? folder.path : join(folder.path, name);
  return { place, folder, name, path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** @returns the folder, or where the link leads that stands in its place */
async function step(
  folder: OpenFolder,
  name: string,
  { make }: ReachOptions,
): Promise<OpenFolder | string> {
  try {
    return await folder.enter(name);
  } catch (error) {
    const target = await readLink(folder, name);
    if (target !== undefined) return target;
    if (make !== true || systemCode(error) !== 'ENOENT') throw error;
  }
  await folder.verify();
  await mkdir(folder.at(name)).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error; // someone else was faster
  });
  return folder.enter(name);
}

/** Where a link leads, absolute; undefined where there is none. */
async function readLink(folder: OpenFolder, name: string): Promise<string | undefined> {
  const entry = await lstat(folder.at(name)).catch(() => undefined);
  if (entry?.isSymbolicLink() !== true) return undefined;
  return resolve(folder.path, await readlink(folder.at(name)));
}

function requireWritable(place: FilePlace, parts: readonly string[], given: string): void {
  if (!place.writable) {
    throw new ServiceError(
      'read-only',
      `'${given}' is in the folder of the extension, which is read-only: use its storage folders`,
    );
  }
  for (const part of parts) requireWritableName(part, given);
}

/**
 * Refuses the names by which git finds its own files: whoever writes there has programs run by git (hooks,
 * settings), which is another permission.
 *
 * @throws ServiceError `read-only`
 */
export function requireWritableName(name: string, given: string): void {
  // HFS+ ignores the invisible ones, Windows the dots and spaces at the end
  const plain = name.replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '');
  if (!/^(?:\.git|git~\d)(?:[ .]*|::?\$.*)$/i.test(plain)) return;
  throw new ServiceError(
    'read-only',
    `'${given}' belongs to git, and can't be written: git runs programs that are named there`,
  );
}
