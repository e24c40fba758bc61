import { expect, test } from 'vitest';
import { makeDoor } from './make-pull-request-registry.ts';

test('publish says which kind of token can, and what is wrong with the one that was given', async () => {
  await using door = await makeDoor();
  const { github } = door;
  for (const [token, code, message] of [
    [github.addToken('tidewater', { kind: 'fine-grained' }), 'scope-missing', /fine-grained/],
    [
      github.addToken('tidewater', { kind: 'actions', repositories: ['tidewater/tide'] }),
      'scope-missing',
      /GITHUB_TOKEN/,
    ],
    [github.addToken('tidewater', { kind: 'classic', scopes: ['gist'] }), 'scope-missing', /gist/],
    ['gho_nonsense', 'token-invalid', /does not take the token/],
    ['', 'token-missing', /not signed in to GitHub/],
  ] as const) {
    door.env['ORCHESTRA_GITHUB_TOKEN'] = token;
    const { value } = await door.json('publish');
    expect(value.error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(value.error.hint).toMatch(/public_repo|ORCHESTRA_GITHUB_TOKEN/);
  }
  expect(door.writes()).toEqual([]);
});

test('publish waits for a short rate limit and says so; a long one it tells', async () => {
  await using door = await makeDoor();
  const at = { path: /\/repos\/tidewater\/tide$/ };
  door.github.faults.fail(at, { status: 429, headers: { 'retry-after': '1' }, times: 1 });
  const waited = await door.json('publish', '--dry-run');
  expect(waited.exitCode).toBe(0);
  expect(waited.stderr).toContain('waiting 1 s');
  door.github.faults.fail(at, { status: 429, headers: { 'retry-after': '3600' } });
  const told = await door.json('publish', '--dry-run');
  expect(told.value.error.code).toBe('rate-limited');
});

test('status tells what static files show where GitHub is not there', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  expect((await door.json('status')).value).toMatchObject({
    name: 'tide',
    version: '1.0.0',
    pullRequest: { number: 1, state: 'open' },
    stages: { submitted: expect.any(String), merged: null },
  });
  door.github.faults.fail({ path: /./ }, { cut: true });
  const { value, exitCode, stderr } = await door.json('status', 'tide@1.0.0');
  expect({ exitCode, pullRequest: value.pullRequest }).toEqual({ exitCode: 0, pullRequest: null });
  expect(stderr).toContain('github-unreachable');
});
