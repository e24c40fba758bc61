import { submissionPath } from '@orchestra/core';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { type GitHubRegistry, makeGitHubRegistry } from '../../test/make-github-registry.ts';
import { pending } from './pending.ts';

const asset = { releaseAssetId: 5, tag: 'v1', commit: 'c'.repeat(40) };

test('pending() says of each submission how it stands, and why', async () => {
  await using made = await makeGitHubRegistry();
  const source = { repositoryId: made.sourceId, repository: 'tidewater/tables', ...asset };
  const other = { repositoryId: 999_999, repository: 'lantern/other', ...asset };
  const publish = { action: 'publish', sha256: 'a'.repeat(64), size: 10, source };
  await submit(made, { ...publish, name: 'new-thing', version: '1.0.0', source: other });
  await submit(made, { ...publish, name: 'tide-table', version: '1.0.0' });
  await submit(made, { ...publish, name: 'tide-table', version: '1.1.0' });
  await submit(made, { ...publish, name: 'tide-table', version: '1.2.0', source: other });
  await submit(made, { action: 'yank', name: 'tide-table', version: '9.0.0' });
  await submit(made, { action: 'unyank', name: 'no-such-thing', version: '1.0.0' });
  await write(made, 'submissions/tide-table/2.0.0.json', '{"format":1,"action":"publish"}');
  const { submissions, pulls } = await pending.run({}, made.context);
  expect(submissions.map(({ path, state }) => [path, state])).toEqual([
    ['submissions/new-thing/1.0.0.json', 'waiting'],
    ['submissions/no-such-thing/1.0.0.json', 'stuck'],
    ['submissions/tide-table/1.0.0.json', 'done'],
    ['submissions/tide-table/1.1.0.json', 'waiting'],
    ['submissions/tide-table/1.2.0.json', 'stuck'],
    ['submissions/tide-table/2.0.0.json', 'stuck'],
    ['submissions/tide-table/9.0.0.json', 'stuck'],
  ]);
  expect(submissions[4]?.why).toContain('published from tidewater/tables');
  expect(submissions[6]?.why).toContain('has no version 9.0.0');
  expect(submissions[0]).toMatchObject({ action: 'publish', since: at.toISOString() });
  expect(pulls).toEqual([]);
});

test('pending() names the pull requests that are open, and can be shown to a terminal', async () => {
  await using made = await makeGitHubRegistry();
  await openPull(made, 'Publish \u001b[31mtide-table by tide@tidewater.dev');
  const work = await pending.run({}, made.context);
  expect(work.pulls).toMatchObject([{ number: 1, login: 'tidewater', labels: [] }]);
  const text = pending.text(work, makeStyle(false));
  expect(text).toContain('No submission waits\nOpen:\n  #1  Publish ');
  for (const hidden of ['\u001b', 'tide@']) expect(text).not.toContain(hidden);
});

test('pending() asks GitHub for nothing without a token', async () => {
  await using made = await makeGitHubRegistry();
  await submit(made, { action: 'yank', name: 'tide-table', version: '1.0.0' });
  const before = made.github.requests.length;
  const { repository: _repository, ...here } = made.context;
  const data = made.context.data;
  await pending.run({}, made.context); // leaves a copy
  const copied = { ...here, repository: `${data}/pushed.git` };
  const asked = made.github.requests.length;
  expect(asked).toBeGreaterThan(before);
  const github = { api: made.github.api, token: undefined };
  const work = await pending.run({}, { ...copied, data: `${data}-2`, github });
  expect(made.github.requests).toHaveLength(asked);
  expect(work).toMatchObject({ submissions: [{ state: 'waiting', pull: null }], pulls: null });
  expect(pending.text(work, makeStyle(false))).toContain('ORCHESTRA_GITHUB_TOKEN');
});

const at = new Date('2026-04-01T00:00:00.000Z');

/** Puts a submission on main, as a merge does. */
async function submit(
  made: GitHubRegistry,
  submission: { name: string; version: string; [field: string]: unknown },
): Promise<void> {
  const content = JSON.stringify({ format: 1, ...submission });
  await write(made, submissionPath(submission), content);
}

async function write({ index }: GitHubRegistry, path: string, content: string): Promise<void> {
  const parent = await index.head();
  await index.commit({ parent, changes: [{ path, content }], message: 'Submit\n', at });
}

/** Opens a pull request from a branch of a fork that has one commit more. */
async function openPull({ github }: GitHubRegistry, title: string): Promise<void> {
  const token = github.addToken('tidewater', { scopes: ['public_repo'] });
  const send = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${github.api}${path}`, sent);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  await send('POST', '/repos/harbor/registry/forks', {});
  const path = 'registry-index/submissions/tide-table/1.1.0.json';
  const file = { message: 'Submit', content: Buffer.from('{}').toString('base64') };
  const main = `${github.api}/repos/tidewater/registry/git/ref/heads/main`;
  await expect.poll(async () => (await fetch(main)).status).toBe(200); // a fork takes its time
  await send('PUT', `/repos/tidewater/registry/contents/${path}`, file);
  const pull = { title, head: 'tidewater:main', base: 'main' };
  await send('POST', '/repos/harbor/registry/pulls', pull);
}
