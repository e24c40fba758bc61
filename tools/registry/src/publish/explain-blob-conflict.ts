import { type Plan, RegistryError } from '@orchestra/core';
import { setTimeout } from 'node:timers/promises';
import type { GitIndex, IndexSnapshot } from '../index/git-index.ts';

/**
 * Finds out why other bytes are stored for a version that isn't in the index.
 *
 * @returns `index-conflict` where someone has committed meanwhile, so that planning again helps; otherwise
 *   `blob-conflict` with a way out. Any other error is returned unchanged.
 */
export async function explainBlobConflict(
  error: unknown,
  of: { plan: Plan; index: GitIndex; snapshot: IndexSnapshot },
): Promise<unknown> {
  if (!(error instanceof RegistryError) || error.code !== 'blob-conflict') return error;
  if (await movesOn(of)) {
    return new RegistryError('index-conflict', 'Someone else published meanwhile', {
      hint: 'Try again.',
      cause: error,
    });
  }
  const { name, version } = of.plan;
  return new RegistryError(
    'blob-conflict',
    `Another package is stored for ${name} ${version}, and the index doesn't name it: an earlier publish of this version was cut off, or is still under way`,
    {
      hint: 'Publish the very same package again to finish it, or raise the version in package.json.',
      cause: error,
    },
  );
}

/**
 * True where the index gets a new commit within a short wait: another process that stored the blob may be
 * about to commit.
 */
async function movesOn(of: { index: GitIndex; snapshot: IndexSnapshot }): Promise<boolean> {
  for (let waits = 0; waits < 10; waits += 1) {
    if ((await of.index.head()) !== of.snapshot.commit) return true;
    await setTimeout(100);
  }
  return false;
}
