import { setTimeout } from 'node:timers/promises';
import { readRateLimit } from './read-rate-limit.ts';

/** How long to wait for rate limits. */
export interface LimitBounds {
  /** Milliseconds, for all waits of one request together. */
  longestMs: number;
  /** Called before each wait, so that the user can be informed. */
  onWait(ms: number): void;
}

/**
 * Sends a request. Where a rate limit refuses it, waits and sends it again, at most three times. A longer
 * wait than allowed throws the original error.
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
