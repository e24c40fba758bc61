import { execFile } from 'node:child_process';
import { chmod, glob, readFile, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder, type TemporaryFolder } from './make-folder.ts';

/** Where this machine keeps files in memory, if it does. */
export const memory = '/dev/shm';
const enoughBytes = 6 * 1024 ** 3;

/**
 * Makes a temporary folder in memory, where what hundreds of tests write costs a fraction of what a disk takes,
 * and removes those of processes that were killed.
 *
 * @returns null where this machine has none, not enough room in it, or no leave to run programs there
 */
export async function makeMemoryFolder(): Promise<TemporaryFolder | null> {
  const place = await statfs(memory).catch(() => null);
  if (place === null) return null;
  await removeOrphans();
  if (place.bavail * place.bsize < enoughBytes) return null;
  const contents = { owner: String(process.pid), program: '#!/bin/sh\n' };
  const folder = await makeFolder(contents, { within: memory });
  await chmod(folder.path, 0o755); // PostgreSQL runs in it as another user
  if (await runs(folder.join('program'))) return folder;
  await folder[Symbol.asyncDispose]();
  return null;
}

async function removeOrphans(): Promise<void> {
  for await (const path of glob('orchestra-test-*/owner', { cwd: memory })) {
    const owner = join(memory, path);
    const pid = await readFile(owner, 'utf8').catch(() => null);
    if (pid === null || isRunning(Number(pid))) continue;
    // programs that it started may still write there: then a later run removes it
    await rm(dirname(owner), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function runs(program: string): Promise<boolean> {
  await chmod(program, 0o755);
  return promisify(execFile)(program).then(
    () => true,
    () => false,
  );
}
