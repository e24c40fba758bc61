import { closeSync, fsync, openSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PackageFiles } from '../checks/check.ts';
import { syncFolder } from '@orchestra/core/node';
import { inParallel } from '@orchestra/core';

/**
 * Writes the files of a package into a new folder and waits until they are on the disk. Paths must
 * come from {@link readPackage}, which lets only safe ones through. Nothing is made executable.
 *
 * @param directory must not exist
 */
export async function writePackage(files: PackageFiles, directory: string): Promise<void> {
  await mkdir(directory);
  const folders = foldersOf(files.keys());
  for (const folder of folders) await mkdir(join(directory, folder));
  await inParallel([...files], {
    atOnce: openFiles,
    run: ([path, bytes]) => writeNew(join(directory, path), bytes),
  });
  await Promise.all(
    [directory, ...folders.map((folder) => join(directory, folder))].map(syncFolder),
  );
}

/** A process may have a thousand or so open, and several packages are written at once. */
const openFiles = 32;

/** Every folder that a file lies in, parents first. */
function foldersOf(paths: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].sort();
}

/**
 * Creating a file is quick and waiting for the disk is not: only the wait leaves the main thread, which
 * halves the time that many small files take.
 */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = openSync(path, 'wx', 0o644);
  try {
    writeFileSync(file, bytes);
    await sync(file);
  } finally {
    closeSync(file);
  }
}

const sync = promisify(fsync);
