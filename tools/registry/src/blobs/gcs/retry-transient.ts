import { RegistryError } from '@orchestra/core';
import { setTimeout } from 'node:timers/promises';
import type { Patience } from './gcs-options.ts';
import { statusOf } from './status-of.ts';

/** Answers after which the same request may succeed: https://cloud.google.com/storage/docs/retry-strategy */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Repeats an operation after temporary failures: an unavailable service, a broken connection. Only for
 * operations that are safe to repeat.
 */
export async function retryTransient<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (nth >= attemptsAfter(error, patience)) throw error;
      await pause(nth, patience);
    }
  }
}

/**
 * Waits before the next try: twice as long each time, with a random part so that clients don't retry in step.
 */
export async function pause(nth: number, patience: Patience): Promise<void> {
  const longest = Math.min(patience.firstDelayMs * 2 ** (nth - 1), patience.maxDelayMs);
  await setTimeout(longest * (0.5 + Math.random() / 2));
}

/** How often to try an operation that failed with this error; 1 for an error that would only recur. */
export function attemptsAfter(error: unknown, patience: Patience): number {
  if (error instanceof RegistryError) return 1; // tried and explained already
  const status = statusOf(error);
  if (status !== null) return transientStatuses.has(status) ? patience.attempts : 1;
  return isBrokenConnection(error) ? patience.unreachableAttempts : 1;
}

/** True where the service wasn't reached, the connection broke, or the response stopped. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(?:ECONN|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|ERR_STREAM_PREMATURE_CLOSE|ABORT_ERR|UND_ERR)/.test(
      code,
    ) ||
    // the client's messages for a resumable upload that it gave up
    /^Retry (?:total time )?limit exceeded|^The offset is lower|socket hang up|Premature close/.test(
      error.message,
    ) ||
    error.name === 'TimeoutError' ||
    isBrokenConnection(error.cause)
  );
}
