import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Open without waiting: opening a pipe would otherwise wait for a writer. Windows has no pipes in folders.
 */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file up to a maximum size, as {@link readFileWithMode} does.
 *
 * @returns null where the file is larger than `maxBytes`
 * @throws Error of the file system
 */
export function readWholeFile(path: string, maxBytes: number): Buffer | null {
  return readFileWithMode(path, maxBytes)?.bytes ?? null;
}

/**
 * Reads a file up to a maximum size, and whether its owner may execute it; false where a system doesn't know. It measures and reads the same open file, so that a growing file can't
 * become too large in between. Pipes and devices read as empty.
 *
 * @returns null where the file is larger than `maxBytes`
 * @throws Error of the file system
 */
export function readFileWithMode(
  path: string,
  maxBytes: number,
): { bytes: Buffer; isExecutable: boolean } | null {
  const file = openSync(path, atOnce);
  try {
    const { size, mode } = fstatSync(file);
    if (size > maxBytes) return null;
    const bytes = Buffer.alloc(size);
    const isExecutable = process.platform !== 'win32' && (mode & 0o100) !== 0;
    return { bytes: bytes.subarray(0, fill(bytes, file)), isExecutable };
  } finally {
    closeSync(file);
  }
}

function fill(bytes: Buffer, file: number): number {
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  return read;
}
