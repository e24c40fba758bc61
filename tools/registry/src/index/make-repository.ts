import { RegistryError } from '@orchestra/core';
import { mkdir, mkdtemp, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from './git.ts';

/**
 * Creates an empty bare repository where there is none. It is made in a temporary folder and renamed, so that
 * it is complete or missing, also where several processes create it at once.
 *
 * @throws RegistryError `git-failed`, also where the folder contains something else
 */
export async function makeRepository(directory: string): Promise<void> {
  if (await isRepository(directory)) return;
  await mkdir(dirname(directory), { recursive: true });
  const made = await mkdtemp(`${directory}.new-`);
  try {
    await git(made, {
      args: ['init', '--bare', '--quiet', '--initial-branch=main', '--template='],
    });
    await rmdir(directory).catch(() => {}); // an empty folder; any other stays
    await rename(made, directory);
  } catch (cause) {
    await rm(made, { recursive: true, force: true });
    if (cause instanceof RegistryError) throw cause;
    if (await isRepository(directory)) return; // someone else was first
    throw new RegistryError('git-failed', `${directory} is no git repository, and not empty`, {
      hint: 'Move what is in it elsewhere, or name another folder.',
      cause,
    });
  }
}

/** True where a git repository is in the folder. */
export async function isRepository(directory: string): Promise<boolean> {
  return (await stat(join(directory, 'HEAD')).catch(() => null)) !== null;
}
