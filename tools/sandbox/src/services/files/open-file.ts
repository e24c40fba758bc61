import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ServiceError } from '../service-error.ts';
import type { OpenFile, OpenFlags } from '../services.ts';
import type { EntryAt } from './copy-entry.ts';
import { toFacts } from './file-facts.ts';
import { requireFile } from './read-entry.ts';
import { lstatEntry } from './write-entry.ts';

// Windows lacks two of them
const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_TRUNC } = constants;
const { O_RDONLY, O_RDWR, O_WRONLY } = constants;

/** What is read at once; as base64 it fits into a message. Bytes. */
export const largestRead = 4_000_000;

/**
 * Opens a file that stays open: never a link, and nothing that would wait for someone else, as pipes do.
 *
 * @throws ServiceError `not-a-file`, `is-a-directory`, or the system's error
 */
export async function openFile({ folder, name }: EntryAt, how: OpenFlags): Promise<OpenFile> {
  const before = await lstatEntry(folder, name);
  // a link that came about since the path was followed is refused by the system
  if (before?.isSymbolicLink() === false) requireFile(before);
  await folder.verify();
  const handle = await open(folder.at(name), toNumber(how), (how.mode ?? 0o666) & 0o777);
  try {
    requireFile(await handle.stat());
    await folder.verify();
    return fileOf(handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function toNumber({ read, write, append, create, exclusive, truncate }: OpenFlags): number {
  const access = read && write ? O_RDWR : write ? O_WRONLY : O_RDONLY;
  const changes = (append ? O_APPEND : 0) | (create ? O_CREAT : 0) | (truncate ? O_TRUNC : 0);
  return access | (write ? changes | (exclusive ? O_EXCL : 0) : 0) | O_NOFOLLOW | O_NONBLOCK;
}

function fileOf(handle: FileHandle): OpenFile {
  return {
    read: async (length, position) => {
      const buffer = Buffer.allocUnsafe(Math.min(length, largestRead));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      return new Uint8Array(buffer.subarray(0, bytesRead));
    },
    write: async (bytes, position) => {
      const { bytesWritten } = await handle.write(bytes, 0, bytes.length, position);
      return bytesWritten;
    },
    stat: async () => toFacts(await handle.stat()),
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    setMode: (mode) => handle.chmod(mode & 0o777),
    setTimes: ({ accessedMs, modifiedMs }) =>
      handle.utimes(toSeconds(accessedMs), toSeconds(modifiedMs)),
    close: () => handle.close(),
  };
}

/** @throws ServiceError `invalid-argument` */
function toSeconds(milliseconds: number): number {
  if (Number.isFinite(milliseconds)) return milliseconds / 1_000;
  throw new ServiceError('invalid-argument', 'it was given no time');
}
