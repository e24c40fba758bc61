import { constants, existsSync } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '@orchestra/core/node';

/** A folder that is held on to, so that what its path leads to later makes no difference. */
export interface OpenFolder extends AsyncDisposable {
  /** Absolute, without links at the time of opening. */
  readonly path: string;
  /** A path that leads the system to an entry of this folder; without a name, to the folder. */
  at(name?: string): string;
  /**
   * Opens a folder in it, and follows no link.
   *
   * @throws the system's error: `ENOENT`, `ENOTDIR` for anything else than a folder, also a link
   */
  enter(name: string): Promise<OpenFolder>;
  /** Throws `ESTALE` where {@link at} may lead elsewhere by now. */
  verify(): Promise<void>;
}

/** Opens a folder whose path has no links. */
export type FolderOpener = (path: string) => Promise<OpenFolder>;

// Windows lacks these flags
const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Linux: a folder is an open descriptor, and its entries are named below `/proc/self/fd`, as `openat` would.
 * A folder that is swapped for a link between two steps is found out by the kernel.
 */
export async function openHeldFolder(path: string): Promise<OpenFolder> {
  return held(await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK), path);
}

function held(handle: FileHandle, path: string): OpenFolder {
  const at = (name = '.') => `/proc/self/fd/${handle.fd}/${name}`;
  return {
    path,
    at,
    enter: async (name) =>
      held(
        await open(at(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK),
        join(path, name),
      ),
    verify: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/**
 * Other systems: Node has no `openat`, so that a folder is its path, which is resolved again before what it
 * led to is used ({@link OpenFolder.verify}). Someone else who swaps a folder in the moment between may still
 * win; an extension can't, since no service makes links.
 */
export async function openNamedFolder(path: string): Promise<OpenFolder> {
  const found = await lstat(path);
  if (!found.isDirectory()) throw systemError('ENOTDIR');
  const at = (name?: string) => (name === undefined ? path : join(path, name));
  return {
    path,
    at,
    enter: (name) => openNamedFolder(at(name)),
    verify: async () => {
      const now = await realpath(path).catch((error: unknown) => {
        throw systemError(systemCode(error) ?? 'ESTALE');
      });
      const same = await lstat(path, { bigint: true });
      if (now !== path || same.ino !== BigInt(found.ino)) throw systemError('ESTALE');
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** What this system can do best. */
export const openFolder: FolderOpener =
  process.platform === 'linux' && existsSync('/proc/self/fd') ? openHeldFolder : openNamedFolder;
