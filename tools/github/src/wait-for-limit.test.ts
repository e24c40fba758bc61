import { RequestError } from 'octokit';
import { expect, test, vi } from 'vitest';
import { waitForLimit } from './wait-for-limit.ts';

function limited(seconds: number): RequestError {
  const request = { method: 'GET', url: 'https://api.github.com/', headers: {} } as const;
  const headers = { 'retry-after': String(seconds) };
  const response = { status: 429, headers, data: {}, url: request.url, retryCount: 0 };
  return new RequestError('slow down', 429, { request, response });
}

async function countWaits(seconds: readonly number[], longestMs: number) {
  const waits: number[] = [];
  const left = [...seconds];
  const send = vi.fn(async () => {
    const next = left.shift();
    if (next !== undefined) throw limited(next);
    return 'done';
  });
  const bounds = { longestMs, onWait: (ms: number) => void waits.push(ms) };
  const end = await waitForLimit(send, bounds).catch((error: unknown) => error);
  return { waits, sent: send.mock.calls.length, isDone: end === 'done' };
}

test.each([
  ['no limit', [], 0, { waits: [], sent: 1, isDone: true }],
  ['a limit within the bounds', [1], 1000, { waits: [1000], sent: 2, isDone: true }],
  ['one beyond them', [2], 1000, { waits: [], sent: 1, isDone: false }],
  ['two that are beyond them together', [1, 1], 1500, { waits: [1000], sent: 2, isDone: false }],
  ['limits for ever', [1, 1, 1, 1], 60_000, { waits: [1000, 1000, 1000], sent: 4, isDone: false }],
])('waitForLimit() of %s', async (_case, seconds, longestMs, expected) => {
  expect(await countWaits(seconds, longestMs)).toEqual(expected);
});

test('waitForLimit() leaves other errors as they are', async () => {
  const bounds = { longestMs: 60_000, onWait: () => {} };
  const failing = waitForLimit(async () => Promise.reject(new Error('other')), bounds);
  await expect(failing).rejects.toThrow('other');
});
