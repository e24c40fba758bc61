import { GitIndex } from '@orchestra/registry';
import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { openJobGitHub } from '../github/open-job-github.ts';
import { findOrigin } from './find-origin.ts';

const path = 'submissions/tide-table/1.0.0.json';
const repository = { owner: 'harbor', repo: 'registry' };

/** The pull request that a commit merged, as GitHub tells it. */
const merging = (commit: string) => ({
  number: 7,
  head: { sha: 'c'.repeat(40) },
  merged_at: '2026-01-02T03:04:05Z',
  merge_commit_sha: commit,
  base: { ref: 'main', repo: { full_name: 'Harbor/registry' } },
  user: { id: 5, login: 'tidewater' },
});

test('findOrigin() takes the pull request that brought the file to main', async () => {
  expect(
    await find((commit) => [{ ...merging('b'.repeat(40)), number: 6 }, merging(commit)]),
  ).toEqual({
    pullRequest: 7,
    head: 'c'.repeat(40),
    submitter: { provider: 'github', id: 5, login: 'tidewater' },
    mergedAt: '2026-01-02T03:04:05.000Z',
  });
});

test.each<[string, object]>([
  ['is not merged', { merged_at: null }],
  ['has the commit, and was merged by another', { merge_commit_sha: 'a'.repeat(40) }],
  ['was merged into another branch', { base: { ...merging('').base, ref: 'drafts' } }],
  ['is one of a fork', { base: { ref: 'main', repo: { full_name: 'tidewater/registry' } } }],
  ['is of an account that is gone', { user: null }],
])('findOrigin() takes no pull request that %s', async (_what, change) => {
  const found = find((commit) => [{ ...merging(commit), ...change }]);
  await expect(found).rejects.toMatchObject({ code: 'not-an-owner' });
});

test('findOrigin() of what nothing brought asks nobody', async () => {
  const asked = (): never => {
    throw new Error('GitHub was asked');
  };
  const found = find(asked, 'submissions/tide-table/2.0.0.json');
  await expect(found).rejects.toMatchObject({ code: 'not-an-owner' });
});

/** Finds who submitted, where GitHub has these pull requests with the commit that added the file. */
async function find(pulls: (commit: string) => object[], asked = path) {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, { files: new Map() });
  const parent = await index.head();
  const changes = [{ path, content: '{}\n' }];
  const commit = await index.commit({ parent, changes, message: 'Merge\n', at: new Date() });
  const github = openJobGitHub({
    api: 'https://github.example/api',
    token: 't',
    fetch: async () => Response.json(pulls(commit)),
    log: () => {},
  });
  return await findOrigin(asked, { index, github, repository });
}
