import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

test('GET /me says whose token was sent, and is kept by no cache', async () => {
  const { status, headers, body } = await api.send('/me', { token: api.tokens.moon });
  expect(status).toBe(200);
  const scopes = ['publish', 'review'];
  expect(body).toEqual({ provider: 'local', id: 2, login: 'moon', role: 'user', scopes });
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['no token', {}, 'token-missing'],
  ['an unknown token', { authorization: 'Bearer orc_x' }, 'token-invalid'],
  ['a token with spaces', { authorization: 'Bearer a b' }, 'token-missing'],
  ['another scheme', { authorization: 'Basic eDp5' }, 'token-missing'],
])('GET /me with %s answers 401', async (_what, headers, code) => {
  const answer = await api.send('/me', { headers });
  expect(answer).toMatchObject({ status: 401, body: { code } });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});

test('a token that was revoked answers 401', async () => {
  await api.accounts.revokeTokens('tide');
  const answer = await api.send('/me', { token: api.tokens.tide });
  expect(answer).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  expect(answer.text).not.toContain(api.tokens.tide);
});
