import { RegistryError } from '@orchestra/core';
import { systemCode } from '@orchestra/core/node';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { StorePaths } from './store-paths.ts';

/** A lock that keeps other processes from changing the store. */
export interface LockedStore extends AsyncDisposable {
  /** @throws RegistryError `busy` where the lock was lost, for example while the machine slept */
  assertHeld(): void;
}

/** Age in milliseconds from which on a lock that wasn't renewed counts as left by a killed process. */
const staleMs = 5000;

/**
 * Waits for the lock of the store, and takes it.
 *
 * @throws RegistryError `busy` after half a minute, `file-unwritable`
 */
export async function lockStore(paths: StorePaths): Promise<LockedStore> {
  const lost: Error[] = [];
  try {
    await mkdir(paths.root, { recursive: true });
    const release = await lock(paths.root, {
      lockfilePath: join(paths.root, '.lock'),
      stale: staleMs,
      retries: { retries: 300, factor: 1, minTimeout: 50, maxTimeout: 100 },
      onCompromised: (error) => lost.push(error),
    });
    return {
      assertHeld() {
        if (lost.length > 0) throw busy(paths, lost[0]);
      },
      [Symbol.asyncDispose]: () => release().catch(() => {}), // a lost lock may belong to another process
    };
  } catch (error) {
    if (systemCode(error) === 'ELOCKED') throw busy(paths, error);
    throw new RegistryError('file-unwritable', `${paths.root} can't be written`, {
      hint: 'Check its permissions, or set ORCHESTRA_HOME to a folder of yours.',
      cause: error,
    });
  }
}

function busy(paths: StorePaths, cause: unknown): RegistryError {
  return new RegistryError('busy', `Another process is changing ${paths.root}`, {
    hint: 'Wait until it has ended, then try again.',
    cause,
  });
}
