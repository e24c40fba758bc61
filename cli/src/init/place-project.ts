import { syncFolder, systemCode } from '@orchestra/core/node';
import { nameFew, RegistryError } from '@orchestra/core';
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWithin } from '../project/write-within.ts';

/** Temporary folder in which a project is put together. */
const stage = '.orchestra-init';

/**
 * Makes sure that a project can be placed in a folder: it is missing, or contains at most `.git` and the
 * leftovers of an interrupted run.
 *
 * @throws RegistryError `folder-not-empty`
 */
export async function requireFree(folder: string): Promise<void> {
  const there = (await listFolder(folder)).filter((name) => name !== '.git' && name !== stage);
  if (there.length === 0) return;
  if (await isCutOff(folder)) return;
  throw new RegistryError('folder-not-empty', `${folder} is not empty: ${nameFew(there, 5)}`, {
    hint: 'Choose a name for a new folder: orchestra ext init NAME',
  });
}

/**
 * Places a project in an empty folder, which is created if needed. Writes everything to a temporary folder in
 * it first, then moves the files. {@link finishProject} finishes an interrupted move.
 *
 * @throws RegistryError `file-unwritable`
 */
export async function placeProject(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder: string,
): Promise<void> {
  await mkdir(folder).catch(ignoreExisting(folder));
  await rm(join(folder, stage), { recursive: true, force: true });
  for (const [path, content] of files) {
    await writeWithin(folder, { path: `${stage}/new/${path}`, content });
  }
  await rename(join(folder, stage, 'new'), join(folder, stage, 'ready'));
  await finishProject(folder);
}

/**
 * Finishes an interrupted run by moving the prepared files to their place.
 *
 * @returns false where no run was interrupted
 */
export async function finishProject(folder: string): Promise<boolean> {
  if (!(await isCutOff(folder))) return false;
  const ready = join(folder, stage, 'ready');
  const there = await readdir(folder);
  for (const name of await readdir(ready)) {
    // an existing file is never overwritten, because somebody may have put it there
    if (!there.includes(name)) await rename(join(ready, name), join(folder, name));
  }
  await rm(join(folder, stage), { recursive: true });
  await syncFolder(folder);
  return true;
}

/** True where all files were prepared, and perhaps some were moved. */
async function isCutOff(folder: string): Promise<boolean> {
  const path = join(folder, stage);
  const isOwn = (await lstat(path).catch(() => null))?.isDirectory() === true;
  return isOwn && (await listFolder(path)).includes('ready');
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new RegistryError('file-unreadable', `The folder ${folder} can't be read`, {
      hint: 'Check the path and its permissions.',
      cause: error,
    });
  }
}

function ignoreExisting(folder: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code === 'EEXIST') return;
    throw new RegistryError('file-unwritable', `${folder} can't be made`, {
      hint: 'Check who may write there.',
      cause: error,
    });
  };
}
