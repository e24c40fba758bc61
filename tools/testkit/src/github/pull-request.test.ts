import { Octokit } from 'octokit';
import { expect, test } from 'vitest';
import { startGitHub } from './start-github.ts';
import type { GitHub } from './github.ts';

const registry = { owner: 'harbor', repo: 'registry' };
const submission = 'registry-index/submissions/git-lens/1.0.0.json';

/** A registry's repository, an author who has a token for it, and the App. */
async function setScene(github: GitHub) {
  await github.addUser('harbor', { type: 'Organization' });
  const author = await github.addUser('tidewater');
  const { directory } = await github.addRepository('harbor/registry');
  const octokit = connect(github, github.addToken('tidewater', { scopes: ['public_repo'] }));
  const app = connect(github, github.addToken('harbor', { kind: 'installation' }));
  return { author, directory, octokit, app };
}

function connect(github: GitHub, auth?: string): Octokit {
  return new Octokit({
    baseUrl: github.api,
    ...(auth === undefined ? {} : { auth }),
    retry: { enabled: false },
    throttle: { enabled: false },
  });
}

/** Forks, makes a branch with one file on it, and opens the pull request. */
async function submit(octokit: Octokit, name = 'publish') {
  const { data: fork } = await octokit.rest.repos.createFork(registry);
  const at = { owner: fork.owner.login, repo: fork.name };
  await octokit.rest.git.getRef({ ...at, ref: 'heads/main' }).catch(() => {}); // not there yet
  const { data: main } = await octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
  await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${name}`, sha: main.object.sha });
  await octokit.rest.repos.createOrUpdateFileContents({
    ...at,
    path: submission,
    branch: name,
    message: 'Publish git-lens 1.0.0',
    content: Buffer.from('{}\n').toString('base64'),
    author: { name: 'tidewater', email: '1+tidewater@users.noreply.github.com' },
  });
  const { data: pull } = await octokit.rest.pulls.create({
    ...registry,
    head: `tidewater:${name}`,
    base: 'main',
    title: 'Publish git-lens 1.0.0',
  });
  return { at, pull };
}

test('a fork becomes a branch, a commit, a pull request, and is merged', async () => {
  await using github = await startGitHub();
  const { octokit, app, author } = await setScene(github);
  const { pull } = await submit(octokit);
  expect(pull).toMatchObject({
    number: 1,
    mergeable: true,
    changed_files: 1,
    user: { id: author.id },
  });
  const of = { ...registry, pull_number: 1 };
  const { data: files } = await octokit.rest.pulls.listFiles(of);
  expect(files).toMatchObject([{ filename: submission, status: 'added', additions: 1 }]);
  await app.rest.pulls.createReview({ ...of, event: 'APPROVE', commit_id: pull.head.sha });
  const { data: merged } = await app.rest.pulls.merge({
    ...of,
    sha: pull.head.sha,
    merge_method: 'squash',
  });
  expect(merged.merged).toBe(true);
  const { data } = await octokit.rest.pulls.get(of);
  expect(data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: merged.sha });
});
