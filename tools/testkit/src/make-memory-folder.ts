import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TemporaryFolder } from './make-folder.ts';

const memory = '/dev/shm';
const enoughBytes = 6 * 1024 ** 3;

/**
 * Makes a temporary folder in memory, where what hundreds of tests write costs a fraction of what a disk takes.
 *
 * @returns null where this machine has none, not enough room in it, or no leave to run programs there
 */
export async function makeMemoryFolder(): Promise<TemporaryFolder | null> {
  const place = await statfs(memory).catch(() => null);
  if (place === null || place.bavail * place.bsize < enoughBytes) return null;
  const path = await mkdtemp(join(memory, 'orchestra-'));
  await chmod(path, 0o755); // PostgreSQL runs in it as another user
  const folder: TemporaryFolder = {
    path,
    join: (...parts) => join(path, ...parts),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
  if (await runsPrograms(folder)) return folder;
  await folder[Symbol.asyncDispose]();
  return null;
}

async function runsPrograms(folder: TemporaryFolder): Promise<boolean> {
  const program = folder.join('program');
  await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
  return promisify(execFile)(program).then(
    () => true,
    () => false,
  );
}
