import { RequestError } from 'octokit';

/** A limit that GitHub refuses a request for. */
export interface RateLimit {
  /** Milliseconds from the answer on; a second at least. */
  ms: number;
  /** The same as a time, by GitHub's own clock. */
  ends: Date;
}

/** Where GitHub doesn't say for how long, it asks for a minute at least. */
const untoldMs = 60_000;

/**
 * Reads what an error says of GitHub's limits: of how much is asked in an hour, or of how fast (a
 * secondary one). Times are compared with the `Date` of the answer: the clock here may be wrong.
 *
 * @returns null where the error is about something else
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

/** No limit of GitHub's lasts longer than an hour; a year is still a time that can be written down. */
const longestMs = 365 * 24 * 3600 * 1000;

function isSecondary({ status, message }: RequestError): boolean {
  return status === 429 || /secondary rate limit/i.test(message);
}
