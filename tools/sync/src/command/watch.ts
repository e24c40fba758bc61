import { RegistryError, type RegistryErrorCode } from '@orchestra/core';
import { sqlState } from '@orchestra/db';
import { setTimeout } from 'node:timers/promises';

/** How to repeat a task. */
export interface WatchOptions {
  /** Milliseconds from the end of one round to the next. */
  everyMs: number;
  /** Stops the repetition, immediately if it is waiting. */
  signal: AbortSignal;
  /** Called with a failure, after which the task is tried again. */
  onError(error: unknown): void;
}

const longestMs = 5 * 60 * 1000;

/**
 * Repeats a task until it is stopped. Temporary failures are retried after growing delays; a failure that a
 * person must look at ends it.
 *
 * @throws errors of `round` that aren't temporary
 */
export async function watch(round: () => Promise<void>, options: WatchOptions): Promise<void> {
  let failures = 0;
  for (;;) {
    try {
      if (options.signal.aborted) return;
      await round();
      failures = 0;
    } catch (error) {
      if (options.signal.aborted) return;
      if (!passes(error)) throw error;
      failures += 1;
      options.onError(error);
    }
    const longer = failures === 0 ? options.everyMs : 1000 * 2 ** Math.min(failures, 20);
    const delay = Math.min(longer, Math.max(options.everyMs, longestMs));
    await setTimeout(delay, undefined, { signal: options.signal }).catch(() => {});
  }
}

const passing: ReadonlySet<RegistryErrorCode> = new Set<RegistryErrorCode>([
  'database-unreachable',
  'registry-unreachable',
  'git-failed',
  'index-damaged',
]);

function passes(error: unknown): boolean {
  if (error instanceof RegistryError) return passing.has(error.code);
  return sqlState(error)?.startsWith('40') === true; // serialization failure or deadlock
}
