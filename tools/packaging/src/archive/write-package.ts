import { closeSync, fsync, openSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PackageFiles } from '../checks/check.ts';
import { syncFolder } from '@orchestra/core/node';
import { inParallel } from '@orchestra/core';

/**
 * Writes a package's files into a new folder, and waits until they are on the disk.
 *
 * @param of.files paths must come from {@link readPackage}, which accepts only safe ones
 * @param of.executables paths of the files that may be executed
 * @param directory must not exist yet
 */
export async function writePackage(
  { files, executables }: { files: PackageFiles; executables: ReadonlySet<string> },
  directory: string,
): Promise<void> {
  await mkdir(directory);
  const folders = foldersOf(files.keys());
  for (const folder of folders) await mkdir(join(directory, folder));
  await inParallel([...files], {
    atOnce: openFiles,
    run: ([path, bytes]) =>
      writeNew(join(directory, path), { bytes, mode: executables.has(path) ? 0o755 : 0o644 }),
  });
  await Promise.all(
    [directory, ...folders.map((folder) => join(directory, folder))].map(syncFolder),
  );
}

/** Limit of open files: a process may open about a thousand, and may write several packages at once. */
const openFiles = 32;

/** Every parent folder of the paths, parents before children. */
function foldersOf(paths: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].sort();
}

/**
 * Writes one file. Creating it is quick, waiting for the disk is slow: only the wait leaves the main thread,
 * which halves the time for many small files.
 */
async function writeNew(
  path: string,
  { bytes, mode }: { bytes: Uint8Array; mode: number },
): Promise<void> {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    await sync(file);
  } finally {
    closeSync(file);
  }
}

const sync = promisify(fsync);
