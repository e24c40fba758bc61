import { isAbsolute, relative, resolve, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import { ServiceError } from '../service-error.ts';
import { ClosedFolder } from './closed-folder.ts';

/** A folder that an extension may use. */
export interface FilePlace {
  /** Absolute, without links. */
  path: string;
  /** How else it is named: as it was given, where that had links. */
  alias: string;
  writable: boolean;
}

/** All that an extension may use of the disk. */
export interface FilePlaces {
  /** Where relative paths begin; null where no folder is open. */
  workspace: FilePlace | null;
  /**
   * With the workspace. Storage in what is closed comes first, then what may be written, and of each those that
   * hold others.
   */
  all: readonly FilePlace[];
  /** What stays closed within them, but for storage; null where nothing does. */
  closed: ClosedFolder | null;
}

/** Folders by their path; each must be there. */
export interface GivenFolders {
  workspace: string | null;
  /** Read only. */
  extension: string;
  /** To be read and written. */
  storage: readonly string[];
  /** Where values of the extension are kept; may hold the storage. */
  closed?: string;
}

/** Resolves the folders that an extension may use. */
export async function readPlaces(given: GivenFolders): Promise<FilePlaces> {
  const place = async (path: string, writable: boolean): Promise<FilePlace> => ({
    path: await realpath(path),
    alias: resolve(path),
    writable,
  });
  const workspace = given.workspace === null ? null : await place(given.workspace, true);
  const closed =
    given.closed === undefined ? null : await ClosedFolder.find(await realpath(given.closed));
  const others = await Promise.all([
    ...given.storage.map((path) => place(path, true)),
    place(given.extension, false),
  ]);
  const all = [...(workspace === null ? [] : [workspace]), ...others];
  const rank = ({ path, writable }: FilePlace) =>
    closed !== null && isBelow(closed.path, path) ? 0 : writable ? 1 : 2;
  const inOrder = all.toSorted((a, b) => rank(a) - rank(b) || a.path.length - b.path.length);
  return { workspace, all: inOrder, closed };
}

/** A path below one of the places. */
export interface Located {
  place: FilePlace;
  /** The names that lead to it; none for the place itself. */
  parts: string[];
}

/**
 * Makes a path of an extension absolute. `..` is taken as it is written: it goes to what stands before it,
 * also where that is a link.
 *
 * @throws ServiceError `invalid-argument`, `not-found` where it is relative and no folder is open
 */
export function toAbsolute(places: FilePlaces, path: string): string {
  if (path === '' || path.length > 4096 || path.includes('\0')) {
    throw new ServiceError(
      'invalid-argument',
      `A path has 1 to 4096 characters and no NUL; found ${JSON.stringify(path.slice(0, 100))}`,
    );
  }
  if (isAbsolute(path)) return resolve(path);
  if (places.workspace !== null) return resolve(places.workspace.path, path);
  throw new ServiceError(
    'not-found',
    `'${path}' is relative to the workspace, and no folder is open`,
  );
}

/**
 * Finds the place that an absolute path is in.
 *
 * @param given what the extension wrote, for the message
 * @throws ServiceError `outside-workspace`
 */
export function locate(places: FilePlaces, path: string, given: string): Located {
  for (const place of places.all) {
    for (const top of [place.path, place.alias]) {
      const below = relative(top, path);
      if (isOutside(below)) continue;
      return { place, parts: below === '' ? [] : below.split(sep) };
    }
  }
  throw new ServiceError(
    'outside-workspace',
    `'${given}' is outside of the workspace and of the folders of this extension`,
  );
}

function isOutside(below: string): boolean {
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
}

/** True for paths at or below a folder; both absolute. */
export function isBelow(folder: string, path: string): boolean {
  return !isOutside(relative(folder, path));
}
