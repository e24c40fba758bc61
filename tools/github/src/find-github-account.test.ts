import { startGitHub } from '@orchestra/testkit/github';
import { expect, test } from 'vitest';
import { openTestGitHub } from '../test/open-test-github.ts';
import { findGitHubAccount } from './find-github-account.ts';
import { readRepository } from './read-repository.ts';

test('findGitHubAccount() tells the id and the login as it is written, and nothing else', async () => {
  await using fake = await startGitHub();
  const { id } = await fake.addUser('Tidewater');
  const github = openTestGitHub(fake.api, { token: null });
  expect(await findGitHubAccount('tidewater', github)).toEqual({ id, login: 'Tidewater' });
  expect(await findGitHubAccount('nobody', github)).toBeNull();
  const asked = fake.requests.length;
  for (const login of ['', '../user', 'a b', '-a', 'a'.repeat(40)]) {
    expect(await findGitHubAccount(login, github)).toBeNull();
  }
  expect(fake.requests).toHaveLength(asked);
});

test('what another server answers is no account, and no repository', async () => {
  await using fake = await startGitHub();
  const github = openTestGitHub(fake.api, { token: null });
  fake.faults.fail({ path: /./ }, { status: 200, body: { id: 'one', full_name: 'a/b' } });
  const unknown = { code: 'github-failed' };
  await expect(findGitHubAccount('tidewater', github)).rejects.toMatchObject(unknown);
  await expect(readRepository('tidewater/tides', github)).rejects.toMatchObject(unknown);
});
