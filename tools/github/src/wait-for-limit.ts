import { setTimeout } from 'node:timers/promises';
import { readRateLimit } from './read-rate-limit.ts';

/** How long somebody waits for GitHub's limits. */
export interface LimitBounds {
  /** Milliseconds, all waits of one request together. */
  longestMs: number;
  /** Told before each wait: whoever looks on should know why nothing happens. */
  onWait(ms: number): void;
}

/**
 * Sends a request; where a limit of GitHub's is in the way, waits and sends it again, three times at
 * most. What would take longer than the bounds is thrown as it came.
 */
export async function waitForLimit<T>(
  send: () => Promise<T>,
  { longestMs, onWait }: LimitBounds,
): Promise<T> {
  let leftMs = longestMs;
  for (let waits = 0; ; waits += 1) {
    try {
      return await send();
    } catch (error) {
      const ms = readRateLimit(error)?.ms ?? Infinity;
      if (ms > leftMs || waits === 3) throw error;
      leftMs -= ms;
      onWait(ms);
      await setTimeout(ms);
    }
  }
}
