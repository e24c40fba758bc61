import { RequestError } from 'octokit';

/** A rate limit that GitHub refused a request for. */
export interface RateLimit {
  /** Milliseconds to wait from the response on; at least a second. */
  ms: number;
  /** End of the wait, by GitHub's clock. */
  ends: Date;
}

/** Wait in milliseconds where GitHub doesn't say how long; it asks for at least a minute. */
const untoldMs = 60_000;

/**
 * Reads a rate limit from an error: the hourly one, or the one for fast requests (secondary). Times are
 * compared with the response's `Date`, because the local clock may be wrong.
 *
 * @returns null where the error isn't about a rate limit
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function readRateLimit(error: unknown): RateLimit | null {
  if (!(error instanceof RequestError) || error.response === undefined) return null;
  if (error.status !== 403 && error.status !== 429) return null;
  const headers = new Map(Object.entries(error.response.headers));
  const numberOf = (name: string) => {
    const text = String(headers.get(name) ?? '').trim();
    return /^\d{1,12}$/.test(text) ? Number(text) : null;
  };
  const told = new Date(String(headers.get('date') ?? ''));
  const now = Number.isNaN(+told) ? Date.now() : +told;
  const seconds = numberOf('retry-after');
  const isSpent = numberOf('x-ratelimit-remaining') === 0;
  if (seconds === null && !isSpent && !isSecondary(error)) return null;
  const reset = isSpent ? numberOf('x-ratelimit-reset') : null;
  const wanted = seconds !== null ? seconds * 1000 : reset !== null ? reset * 1000 - now : untoldMs;
  const ms = Math.min(Math.max(1000, wanted), longestMs);
  return { ms, ends: new Date(now + ms) };
}

/** Longest wait, so that its end is a valid time. GitHub's own limits last at most an hour. */
const longestMs = 365 * 24 * 3600 * 1000;

function isSecondary({ status, message }: RequestError): boolean {
  return status === 429 || /secondary rate limit/i.test(message);
}
