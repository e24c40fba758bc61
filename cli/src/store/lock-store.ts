import { RegistryError } from '@orchestra/core';
import { systemCode } from '@orchestra/core/node';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { StorePaths } from './store-paths.ts';

/** The store while no other process changes it. */
export interface LockedStore extends AsyncDisposable {
  /** @throws RegistryError `busy` where the lock was lost, because this process slept */
  assertHeld(): void;
}

/** A lock that isn't renewed for this long was left by a process that was killed. */
const staleMs = 5000;

/**
 * Waits until no other process changes the store, and keeps others out.
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
      [Symbol.asyncDispose]: () => release().catch(() => {}), // one that was lost is not ours to end
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
