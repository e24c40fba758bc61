import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { openTestGitHub } from '../test/open-test-github.ts';
import { startServer } from '../test/start-server.ts';
import { isAnswer, orNull } from './github-error.ts';
import { repeatable } from './open-github.ts';

const named = { owner: 'tidewater', repo: 'tides' };
const json = { 'content-type': 'application/json' };

/** Fails twice in some way, then answers. */
function failing(fail: RequestListener): RequestListener {
  let failures = 0;
  return (request, response) => {
    if ((failures += 1) <= 2) fail(request, response);
    else response.writeHead(200, json).end('{"id":1}');
  };
}

const failures: [string, RequestListener][] = [
  ['answers 502', (_request, response) => response.writeHead(502).end()],
  ['ends the connection', (request) => request.socket.destroy()],
  [
    'cuts its answer off',
    (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': '100' });
      response.write('{"id":', () => response.destroy());
    },
  ],
  ['does not answer', () => {}],
];

test.each(failures)('a server that %s is asked again', async (_case, fail) => {
  await using api = await startServer(failing(fail));
  const github = openTestGitHub(api.url, { timeoutMs: 500 });
  expect((await github.rest.repos.get(named)).data).toEqual({ id: 1 });
  expect(api.asked).toHaveLength(3);
});

test.each(failures)('what is posted goes once where the server %s', async (_case, fail) => {
  await using api = await startServer(failing(fail));
  const github = openTestGitHub(api.url, { timeoutMs: 500 });
  const release = { ...named, tag_name: 'v1' };
  await expect(github.rest.repos.createRelease(release)).rejects.toMatchObject({
    code: expect.stringMatching(/^github-(?:failed|unreachable)$/),
  });
  expect(api.asked).toHaveLength(1);
});

test.each(failures)('but for what may be repeated, where the server %s', async (_case, fail) => {
  await using api = await startServer(failing(fail));
  const github = openTestGitHub(api.url, { timeoutMs: 500 });
  await github.rest.repos.createFork({ ...named, request: repeatable });
  expect(api.asked).toHaveLength(3);
});

test('each request has its own retries', async () => {
  await using api = await startServer((_request, response) => response.writeHead(502).end());
  const github = openTestGitHub(api.url);
  const asking = [1, 2].map(() => github.rest.repos.get(named).catch(() => {}));
  await Promise.all([...asking, github.rest.repos.createFork(named).catch(() => {})]);
  expect(api.asked).toHaveLength(2 * 4 + 1);
});

test('a limit is waited for, also with what is posted, and told', async () => {
  let limited = 0;
  await using api = await startServer((_request, response) => {
    if ((limited += 1) === 1) response.writeHead(429, { 'retry-after': '1' }).end();
    else response.writeHead(201, json).end('{"id":1}');
  });
  const waits: number[] = [];
  const github = openTestGitHub(api.url, { waits });
  await github.rest.repos.createRelease({ ...named, tag_name: 'v1' });
  expect(waits).toEqual([1000]);
});

test.each<[number, Record<string, string>, string, RegExp, string]>([
  [401, {}, 'token-invalid', /does not take the token/, 'Take another token.'],
  [403, {}, 'scope-missing', /GET \/repos\/tidewater\/tides/, 'It takes nothing that is told.'],
  [403, { 'x-accepted-oauth-scopes': 'repo' }, 'scope-missing', /may not/, 'It takes repo.'],
  [
    403,
    { 'x-accepted-github-permissions': 'issues=write', 'x-accepted-oauth-scopes': '' },
    'scope-missing',
    /may not/,
    'It takes issues=write.',
  ],
  [
    403,
    { 'retry-after': '9', date: 'Sat, 28 Nov 2026 10:00:00 GMT' },
    'rate-limited',
    /until 2026-11-28T10:00:09.000Z/,
    'Wait.',
  ],
  [429, {}, 'rate-limited', /rate limit/, 'Wait.'],
  [451, {}, 'github-failed', /answers 451/, 'Try again.'],
  [500, {}, 'github-failed', /answers 500/, 'Try again.'],
])('an answer %i with %j is told as %s', async (status, headers, code, message, hint) => {
  await using api = await startServer((_request, response) => {
    response
      .writeHead(status, { ...json, ...headers })
      .end('{"message":"No\\u001b[31m, me@a.dev"}');
  });
  const github = openTestGitHub(api.url);
  const error = await github.rest.repos.get(named).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message), hint });
  expect(String(error)).not.toMatch(/\p{Cc}|me@a\.dev/u);
});

test('who can not be reached, and an answer that takes too long, is told', async () => {
  await using api = await startServer(() => {});
  const slow = openTestGitHub(api.url, { timeoutMs: 50, retries: 0 });
  const unreachable = { code: 'github-unreachable', hint: 'Try again.' };
  await expect(slow.rest.repos.get(named)).rejects.toMatchObject(unreachable);
  const gone = openTestGitHub('http://127.0.0.1:1', { retries: 0 });
  await expect(gone.rest.repos.get(named)).rejects.toMatchObject(unreachable);
});

test.each([404, 405, 409, 422] as const)('an answer %i is for the caller', async (status) => {
  await using api = await startServer((_request, response) => response.writeHead(status).end());
  const asking = openTestGitHub(api.url).rest.repos.get(named);
  const error = await asking.catch((thrown: unknown) => thrown);
  expect(isAnswer(error, status)).toBe(true);
  expect(api.asked).toHaveLength(1);
});

test('orNull() is null for a 404 alone', async () => {
  expect(await orNull(Promise.resolve(1))).toBe(1);
  await using api = await startServer((request, response) => {
    response.writeHead(request.url?.includes('none') === true ? 404 : 409).end();
  });
  const { rest } = openTestGitHub(api.url);
  expect(await orNull(rest.repos.get({ ...named, repo: 'none' }))).toBeNull();
  await expect(orNull(rest.repos.get(named))).rejects.toMatchObject({ status: 409 });
});
