import { systemCode } from '@orchestra/core/node';
import { RegistryError } from '@orchestra/core';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, lock } from 'proper-lockfile';

/** A data folder that is locked for this process until it is released. */
export interface LockedData extends AsyncDisposable {
  /** Records the registry's URL, so that a process that finds the folder locked can name it. */
  tell(origin: string): Promise<void>;
}

/**
 * Locks a data folder for this process, and creates the folder if needed.
 *
 * @throws RegistryError `busy` where another process serves it, `file-unwritable` where it can't be written
 */
export async function lockData(directory: string): Promise<LockedData> {
  const holder = join(directory, 'server.json');
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await releaseDead(directory, holder);
  } catch (error) {
    throw unwritable(directory, error);
  }
  const release = await take(directory, holder);
  const tell = (origin: string | null) =>
    writeFile(holder, `${JSON.stringify({ pid: process.pid, origin })}\n`);
  await tell(null);
  return { tell, [Symbol.asyncDispose]: release };
}

async function take(directory: string, holder: string): Promise<() => Promise<void>> {
  try {
    return await lock(directory, { lockfilePath: lockfilePath(directory) });
  } catch (error) {
    if (systemCode(error) !== 'ELOCKED') throw unwritable(directory, error);
    const found = await readHolder(holder);
    const where = found?.origin === undefined ? '' : ` at ${found.origin}`;
    throw new RegistryError(
      'busy',
      `${directory} is in use by another registry${where}${found === null ? '' : ` (process ${found.pid})`}`,
      { hint: 'Stop that one, or choose another folder: npm start -- --data FOLDER --port PORT' },
    );
  }
}

/** Removes the lock of a killed process, which would otherwise count for ten more seconds. */
async function releaseDead(directory: string, holder: string): Promise<void> {
  const found = await readHolder(holder);
  if (found === null || (await isAlive(found.pid))) return;
  await rm(lockfilePath(directory), { recursive: true, force: true });
}

/**
 * Finds the running registry that serves a data folder.
 *
 * @returns its origin; null where there is none, or where it doesn't answer yet
 */
export async function findServer(directory: string): Promise<string | null> {
  const found = await readHolder(join(directory, 'server.json'));
  if (found?.origin === undefined || !(await isAlive(found.pid))) return null;
  const isLocked = await check(directory, { lockfilePath: lockfilePath(directory) });
  return isLocked ? found.origin : null;
}

function lockfilePath(directory: string): string {
  return join(directory, 'server.lock');
}

async function readHolder(file: string): Promise<{ pid: number; origin?: string } | null> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('pid' in found)) return null;
    const origin = 'origin' in found && typeof found.origin === 'string' ? found.origin : null;
    return { pid: Number(found.pid), ...(origin === null ? {} : { origin }) };
  } catch {
    return null; // absent, or half-written by a process that was killed: then the lock's age decides
  }
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
  // a killed process keeps its number until its parent collects its exit status, which some parents never do
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}

function unwritable(directory: string, cause: unknown): RegistryError {
  return new RegistryError('file-unwritable', `${directory} can't be used as a data folder`, {
    hint: 'Choose a folder that you may write: npm start -- --data FOLDER',
    cause,
  });
}
