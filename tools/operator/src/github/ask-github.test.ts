import { startGitHub } from '@orchestra/testkit/github';
import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { askGitHub } from './ask-github.ts';

const asked = { schema: Type.Object({ id: Type.Integer() }), path: '/users/tidewater' };

test('askGitHub() tells what is there, with a token or without', async () => {
  await using github = await startGitHub();
  const { id } = await github.addUser('tidewater');
  const token = github.addToken('tidewater');
  expect(await askGitHub(asked, { api: github.api, token: undefined })).toEqual(
    expect.objectContaining({ id }),
  );
  expect(await askGitHub(asked, { api: github.api, token })).not.toBeNull();
  const none = { ...asked, path: '/users/nobody' };
  expect(await askGitHub(none, { api: github.api, token })).toBeNull();
});

test.each([
  [{ status: 401, body: { message: 'Bad credentials' } }, 'token-invalid'],
  [{ status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'rate-limited'],
  [{ status: 429 }, 'rate-limited'],
  [{ status: 403, body: { message: 'Resource not accessible' } }, 'github-failed'],
  [{ status: 502, body: 'Bad gateway' }, 'github-failed'],
  [{ status: 200, body: { login: 'no id' } }, 'github-failed'],
  [{ cut: true }, 'github-unreachable'],
])('askGitHub() that is answered %j fails with %s', async (how, code) => {
  await using github = await startGitHub();
  github.faults.fail({ path: /users/ }, how);
  await expect(askGitHub(asked, { api: github.api, token: undefined })).rejects.toMatchObject({
    code,
  });
});
