import { setTimeout } from 'node:timers/promises';
import { RequestError } from 'octokit';
import type { CommandContext } from '../command.ts';
import { note } from '../render/note.ts';

/** Whoever runs a command sits before it: what takes longer is told instead. */
const longestMs = 2 * 60 * 1000;

/**
 * Sends a request; where GitHub's rate limit is in the way, it says so, waits and sends it again.
 * What would take more than two minutes is thrown as it came.
 */
export async function waitForLimit<T>(send: () => Promise<T>, context: CommandContext): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await send();
    } catch (error) {
      const resets = limitResets(error, context.now());
      const ms = resets === null ? longestMs + 1 : Math.max(1000, +resets - +context.now());
      if (ms > longestMs || waits === 3) throw error;
      note(`GitHub's rate limit is reached: waiting ${Math.ceil(ms / 1000)} s`, context);
      await setTimeout(ms);
    }
  }
}

/**
 * When a rate limit ends; null where an error is about something else.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function limitResets(error: unknown, now: Date): Date | null {
  if (!(error instanceof RequestError) || (error.status !== 403 && error.status !== 429))
    return null;
  const headers = new Map(Object.entries(error.response?.headers ?? {}));
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return new Date(+now + seconds * 1000);
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  const isSpent = String(headers.get('x-ratelimit-remaining') ?? '') === '0';
  if (isSpent && Number.isFinite(reset)) return new Date(reset * 1000);
  const isSecondary = error.status === 429 || /secondary rate limit/i.test(error.message);
  return isSecondary ? new Date(+now + 60_000) : null;
}
