import { startGitHub } from '@orchestra/testkit/github';
import { expect, test } from 'vitest';
import { findOwnerAccount } from './find-owner-account.ts';

test('findOwnerAccount() finds who is there, with a token or without', async () => {
  await using github = await startGitHub();
  const { id } = await github.addUser('tidewater');
  const token = github.addToken('tidewater');
  const owner = { provider: 'github', id, login: 'tidewater' };
  expect(await findOwnerAccount('tidewater', { api: github.api, token: undefined })).toEqual(owner);
  expect(await findOwnerAccount('Tidewater', { api: github.api, token })).toEqual(owner);
  for (const login of ['nobody', '../user', '']) {
    const unknown = { code: 'user-unknown' };
    const finding = findOwnerAccount(login, { api: github.api, token });
    await expect(finding).rejects.toMatchObject(unknown);
  }
});

test.each([
  [{ status: 401, body: { message: 'Bad credentials' } }, 'token-invalid'],
  [{ status: 403, headers: { 'retry-after': '3600' } }, 'rate-limited'],
  [{ status: 403, body: { message: 'Resource not accessible' } }, 'scope-missing'],
  [{ status: 502, body: 'Bad gateway' }, 'github-failed'],
  [{ status: 200, body: { login: 'no id' } }, 'github-failed'],
  [{ cut: true }, 'github-unreachable'],
])('an operator whose GitHub answers %j is told %s', async (how, code) => {
  await using github = await startGitHub();
  github.faults.fail({ path: /users/ }, how);
  const access = { api: github.api, token: undefined, retryAfterMs: 1 };
  await expect(findOwnerAccount('tidewater', access)).rejects.toMatchObject({ code });
});

test('a limit that ends soon is waited for, and the operator is told', async () => {
  await using github = await startGitHub();
  await github.addUser('tidewater');
  const how = { status: 429, headers: { 'retry-after': '1' }, times: 1 };
  github.faults.fail({ path: /users/ }, how);
  const told: string[] = [];
  const onProgress = (text: string) => void told.push(text);
  await findOwnerAccount('tidewater', { api: github.api, token: undefined, onProgress });
  expect(told).toEqual(["GitHub's rate limit is reached: waiting 1 s"]);
});
