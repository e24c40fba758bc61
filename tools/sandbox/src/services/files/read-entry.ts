import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { formatBytes } from '@orchestra/core';
import { ServiceError } from '../service-error.ts';
import type { OpenFolder } from './open-folder.ts';
import type { Reached } from './reach.ts';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Opens a file for reading: never a link, and nothing that would wait for someone else, as pipes do.
 *
 * @throws ServiceError `not-a-file`, `is-a-directory`, or the system's error
 */
export async function openEntry(folder: OpenFolder, name: string): Promise<FileHandle> {
  requireFile(await lstat(folder.at(name)));
  const handle = await open(folder.at(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    requireFile(await handle.stat()); // what was opened may be something else by now
    await folder.verify();
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
}

/** @throws ServiceError `not-a-file`, `is-a-directory` */
export function requireFile(kind: Kind): void {
  if (kind.isFile()) return;
  if (kind.isDirectory()) throw new ServiceError('is-a-directory', 'it is a folder');
  throw new ServiceError('not-a-file', 'it is no file but a pipe, a socket or a device');
}

/** How a file was read, to find out whether it has changed. */
export interface ReadBytes {
  bytes: Uint8Array;
  modifiedMs: number;
}

/**
 * Reads a file as a whole.
 *
 * @param limit bytes
 * @throws ServiceError `too-large`, `not-a-file`, `is-a-directory`, or the system's error
 */
export async function readEntry({ folder, name }: Reached, limit: number): Promise<ReadBytes> {
  if (name === null) throw new ServiceError('is-a-directory', 'it is a folder');
  await using handle = await openEntry(folder, name);
  const { size, mtimeMs } = await handle.stat();
  if (size > limit) throw tooLarge(size, limit);
  // a file that grows meanwhile, and those of /proc, which have no size
  const buffer = Buffer.allocUnsafe(Math.min(limit, Math.max(size, 65_536)) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > limit) throw tooLarge(length, limit);
    if (length === buffer.length) throw new ServiceError('failed', 'it grew while it was read');
  }
  return { bytes: new Uint8Array(buffer.subarray(0, length)), modifiedMs: mtimeMs };
}

function tooLarge(size: number, limit: number): ServiceError {
  return new ServiceError(
    'too-large',
    `it has ${formatBytes(size)}, and at most ${formatBytes(limit)} can be read at once`,
  );
}
