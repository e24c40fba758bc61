import { RequestError } from 'octokit';
import { setTimeout } from 'node:timers/promises';

/** A job has time, but not without end: what takes longer is left to the next run. */
const longestMs = 5 * 60 * 1000;

/**
 * Sends a request; where GitHub's rate limit is in the way, it says so, waits and sends it again, three
 * times at most. What would take more than five minutes is thrown as it came.
 */
export async function waitForLimit<T>(
  send: () => Promise<T>,
  { log }: { log(text: string): void },
): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await send();
    } catch (error) {
      const ms = limitMs(error);
      if (ms === null || ms > longestMs || waits === 3) throw error;
      log(`GitHub's rate limit is reached: waiting ${Math.ceil(ms / 1000)} s`);
      await setTimeout(ms);
    }
  }
}

/**
 * For how many milliseconds a rate limit lasts; null where an error is about something else.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function limitMs(error: unknown): number | null {
  if (!(error instanceof RequestError) || (error.status !== 403 && error.status !== 429))
    return null;
  const headers = new Map(Object.entries(error.response?.headers ?? {}));
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  const isSpent = String(headers.get('x-ratelimit-remaining') ?? '') === '0';
  if (isSpent && Number.isFinite(reset)) return Math.max(1000, reset * 1000 - Date.now());
  const isSecondary = error.status === 429 || /secondary rate limit/i.test(error.message);
  return isSecondary ? 60_000 : null;
}
