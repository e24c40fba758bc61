import { RequestError } from 'octokit';
import { expect, test } from 'vitest';
import { readRateLimit } from './read-rate-limit.ts';

const date = 'Sat, 28 Nov 2026 10:00:00 GMT';
const reset = String(Date.parse(date) / 1000 + 30);

function refused(status: number, headers: Record<string, string>, message = 'no'): RequestError {
  const request = { method: 'GET', url: 'https://api.github.com/', headers: {} } as const;
  const response = { status, headers, data: {}, url: request.url, retryCount: 0 };
  return new RequestError(message, status, { request, response });
}

test.each<[string, RequestError, number | null]>([
  ['seconds to wait', refused(429, { date, 'retry-after': '7' }), 7000],
  ['no seconds to wait', refused(403, { date, 'retry-after': '0' }), 1000],
  ['seconds that are none', refused(403, { date, 'retry-after': 'soon' }), null],
  [
    'all that is asked in an hour, by the clock of the server',
    refused(403, { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
    30_000,
  ],
  [
    'seconds to wait before the end of the hour',
    refused(403, {
      date,
      'retry-after': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
    }),
    5000,
  ],
  [
    'an end that is over',
    refused(403, { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
    1000,
  ],
  ['an end that is not told', refused(403, { date, 'x-ratelimit-remaining': '0' }), 60_000],
  ['a secondary limit', refused(403, { date }, 'You have exceeded a secondary rate limit'), 60_000],
  ['a limit without a word', refused(429, {}), 60_000],
  ['what may not be done', refused(403, { 'x-ratelimit-remaining': '41' }), null],
  ['a server that fails', refused(503, { 'retry-after': '7' }), null],
])('readRateLimit() of %s', (_case, error, ms) => {
  const limit = readRateLimit(error);
  expect(limit?.ms ?? null).toBe(ms);
  if (ms !== null && error.response?.headers.date !== undefined) {
    expect(limit?.ends).toEqual(new Date(Date.parse(date) + ms));
  }
});

test('readRateLimit() of what is no answer, and of times without end', () => {
  expect(readRateLimit(new Error('no'))).toBeNull();
  const limit = readRateLimit(refused(429, { date, 'retry-after': '999999999999' }));
  expect(limit?.ends.toISOString()).toMatch(/^2027/);
});
