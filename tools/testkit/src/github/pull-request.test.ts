import { expect, test } from 'vitest';
import {
  connect,
  fork,
  refusal,
  registry,
  startScene,
  submission,
  submit,
} from '../../test/start-scene.ts';
import { makeFolder, writeFiles } from '../make-folder.ts';
import { runProcess } from '../run-process.ts';
import { git } from './git/git.ts';

test('a fork becomes a branch, a commit, a pull request, and is merged by the App', async () => {
  await using scene = await startScene();
  const { github, octokit, app, author, directory } = scene;
  const { pull, of } = await submit(octokit);
  expect(pull).toMatchObject({ number: 1, mergeable: true, commits: 1, user: { id: author.id } });
  const { data: files } = await octokit.rest.pulls.listFiles(of);
  expect(files).toMatchObject([{ filename: submission, status: 'added', additions: 1 }]);
  const { data: commits } = await octokit.rest.pulls.listCommits(of);
  expect(commits[0]?.commit.author?.email).toBe('1+tidewater@users.noreply.github.com');
  const { data: review } = await app.rest.pulls.createReview({ ...of, event: 'APPROVE' });
  expect(review).toMatchObject({ state: 'APPROVED', commit_id: pull.head.sha });

  const { data: merged } = await app.rest.pulls.merge({
    ...of,
    sha: pull.head.sha,
    merge_method: 'squash',
  });
  const { data } = await octokit.rest.pulls.get(of);
  expect(data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: merged.sha });
  const main = await git(directory, { args: ['log', '--format=%H %s', 'main'] });
  expect(main.toString()).toContain(`${merged.sha} Publish git-lens 1.0.0 (#1)`);
  const { data: brought } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...registry,
    commit_sha: merged.sha,
  });
  expect(brought.map(({ number }) => number)).toEqual([1]);
  const told = github.events.filter(({ repository }) => repository === 'harbor/registry');
  expect(told.map(({ event, payload }) => [event, actionOf(payload)])).toEqual([
    ['pull_request_target', 'opened'],
    ['pull_request_review', 'submitted'],
    ['push', null],
    ['pull_request_target', 'closed'],
  ]);
});

function actionOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'action' in payload
    ? payload.action
    : null;
}

test('clone and push over HTTP move the head of a pull request, and a stale head is refused', async () => {
  await using scene = await startScene();
  await using folder = await makeFolder();
  const { github, octokit, app } = scene;
  const { at, pull, of } = await submit(octokit);
  const token = github.addToken('tidewater', { scopes: ['public_repo'] });
  const url = new URL(`${github.web}/${at.owner}/${at.repo}.git`);
  url.username = 'x-access-token';
  url.password = token;
  const env = { HOME: folder.path, GIT_TERMINAL_PROMPT: '0' };
  const run = (...args: string[]) => runProcess(['git', ...args], { cwd: folder.path, env });
  expect(await run('clone', '-q', '-b', 'publish', url.href, 'fork')).toMatchObject({
    exitCode: 0,
  });
  await writeFiles(folder.join('fork'), { 'other.sh': '#!/bin/sh\n' });
  const inFork = (...args: string[]) =>
    run('-C', 'fork', '-c', 'user.name=tidewater', '-c', 'user.email=a@b.example', ...args);
  await inFork('add', '--chmod=+x', 'other.sh');
  await inFork('commit', '-q', '-m', 'Another file');
  expect(await inFork('push', '-q')).toMatchObject({ exitCode: 0, stderr: '' });

  const merge = app.rest.pulls.merge({ ...of, sha: pull.head.sha });
  expect(await refusal(merge)).toMatchObject({ status: 409 });
  const { data: moved } = await octokit.rest.pulls.get(of);
  expect(moved).toMatchObject({ changed_files: 2, commits: 2, state: 'open' });
  expect(moved.head.sha).not.toBe(pull.head.sha);
  const { data: tree } = await octokit.rest.git.getTree({ ...registry, tree_sha: moved.head.sha });
  expect(tree.tree.find(({ path }) => path === 'other.sh')?.mode).toBe('100755');
  const synchronized = github.events.filter(({ payload }) => actionOf(payload) === 'synchronize');
  expect(synchronized).toMatchObject([
    { payload: { before: pull.head.sha, after: moved.head.sha } },
  ]);
  await app.rest.pulls.merge({ ...of, sha: moved.head.sha, merge_method: 'rebase' });
});

test("a push without a token, or to what is not one's own, is refused", async () => {
  await using scene = await startScene();
  await using folder = await makeFolder();
  const { github } = scene;
  const { host } = new URL(github.web);
  const token = github.addToken('tidewater', { scopes: ['public_repo'] });
  const env = { HOME: folder.path, GIT_TERMINAL_PROMPT: '0' };
  const run = (...args: string[]) => runProcess(['git', ...args], { cwd: folder.path, env });
  const address = `http://${host}/harbor/registry.git`;
  expect(await run('clone', '-q', address, 'copy')).toMatchObject({ exitCode: 0 });
  expect(await run('-C', 'copy', 'push', address, 'HEAD:refs/heads/mine')).toMatchObject({
    exitCode: 128,
  });
  const signed = `http://x:${token}@${host}/harbor/registry.git`;
  const refused = await run('-C', 'copy', 'push', signed, 'HEAD:refs/heads/mine');
  expect(refused).toMatchObject({ exitCode: 128 });
  expect(refused.stderr).toContain('403');
});

test("what conflicts, is there already, brings nothing or is one's own is refused", async () => {
  await using scene = await startScene();
  const { octokit, app } = scene;
  const { of, pull, at } = await submit(octokit, { path: 'notes.md' });
  const again = octokit.rest.pulls.create({
    ...registry,
    head: 'tidewater:publish',
    base: 'main',
    title: 'Again',
  });
  expect(await refusal(again)).toMatchObject({
    status: 422,
    message: expect.stringContaining('already exists'),
  });
  const nothing = octokit.rest.pulls.create({
    ...registry,
    head: 'tidewater:main',
    base: 'main',
    title: 'Nothing',
  });
  expect(await refusal(nothing)).toMatchObject({
    status: 422,
    message: expect.stringContaining('No commits'),
  });
  const own = octokit.rest.pulls.createReview({ ...of, event: 'APPROVE' });
  expect(await refusal(own)).toMatchObject({ status: 422 });
  expect(await refusal(octokit.rest.pulls.merge(of))).toMatchObject({ status: 403 });

  await app.rest.repos.createOrUpdateFileContents({
    ...registry,
    path: 'notes.md',
    message: 'Another one was first',
    content: Buffer.from('other\n').toString('base64'),
  });
  expect((await octokit.rest.pulls.get(of)).data).toMatchObject({ mergeable: false });
  expect(await refusal(app.rest.pulls.merge({ ...of, sha: pull.head.sha }))).toMatchObject({
    status: 405,
  });

  await octokit.rest.pulls.update({ ...of, title: 'Better', body: 'Why' });
  await octokit.rest.git.deleteRef({ ...at, ref: 'heads/publish' });
  expect((await octokit.rest.pulls.get(of)).data.state).toBe('closed');
});

test('a file list tells what was renamed, removed and changed; a symbolic link only its tree', async () => {
  await using scene = await startScene();
  const { octokit } = scene;
  const at = await fork(octokit);
  const { data: main } = await octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
  const link = Buffer.from('../../etc/passwd').toString('base64');
  const { data: blob } = await octokit.rest.git.createBlob({
    ...at,
    content: link,
    encoding: 'base64',
  });
  const { data: readme } = await octokit.rest.repos.getContent({ ...at, path: 'README.md' });
  if (Array.isArray(readme)) throw new Error('README.md is a file');
  const { data: tree } = await octokit.rest.git.createTree({
    ...at,
    base_tree: main.object.sha,
    tree: [
      { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      { path: 'docs/READ ME.md', mode: '100644', type: 'blob', sha: readme.sha },
      { path: submission, mode: '120000', type: 'blob', sha: blob.sha },
    ],
  });
  const { data: commit } = await octokit.rest.git.createCommit({
    ...at,
    message: 'Hide a link',
    tree: tree.sha,
    parents: [main.object.sha],
  });
  await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/link', sha: commit.sha });
  const { data: pull } = await octokit.rest.pulls.create({
    ...registry,
    head: 'tidewater:link',
    base: 'main',
    title: 'Link',
  });
  const { data: files } = await octokit.rest.pulls.listFiles({
    ...registry,
    pull_number: pull.number,
  });
  expect(files).toMatchObject([
    { filename: 'docs/READ ME.md', previous_filename: 'README.md', status: 'renamed', changes: 0 },
    { filename: submission, status: 'added', sha: blob.sha },
  ]);
  const { data: whole } = await octokit.rest.git.getTree({
    ...registry,
    tree_sha: pull.head.sha,
    recursive: 'true',
  });
  expect(whole.tree.find(({ path }) => path === submission)).toMatchObject({ mode: '120000' });
  expect(commit.author.email).toBe('tidewater@mail.example');
});

test('of 6 merges at once each happens once, or is told that the base moved', async () => {
  await using scene = await startScene();
  const { octokit, app, directory } = scene;
  const opened: Awaited<ReturnType<typeof submit>>[] = [];
  for (let number = 1; number <= 6; number += 1) {
    opened.push(
      await submit(octokit, { path: `files/${number}.json`, branch: `publish-${number}` }),
    );
  }
  const mergeOnce = async (of: (typeof opened)[number]['of'], sha: string): Promise<number> => {
    try {
      await app.rest.pulls.merge({ ...of, sha, merge_method: 'squash' });
      return 0;
    } catch (error) {
      if (error instanceof Error && 'status' in error && error.status === 405) {
        return 1 + (await mergeOnce(of, sha));
      }
      throw error;
    }
  };
  await Promise.all(opened.map(({ of, pull }) => mergeOnce(of, pull.head.sha)));
  const files = await git(directory, { args: ['ls-tree', '-r', '--name-only', 'main', 'files/'] });
  expect(files.toString().trim().split('\n')).toHaveLength(6);
  const count = await git(directory, { args: ['rev-list', '--count', 'main'] });
  expect(Number(count.toString())).toBe(7);
});

test('labels and comments are kept, listed and told', async () => {
  await using scene = await startScene();
  const { github, octokit, app } = scene;
  const { pull } = await submit(octokit);
  const of = { ...registry, issue_number: pull.number };
  await app.rest.issues.addLabels({ ...of, labels: ['new-name', 'hold'] });
  await app.rest.issues.removeLabel({ ...of, name: 'hold' });
  const { data: labelled } = await app.rest.issues.listForRepo({ ...registry, labels: 'new-name' });
  expect(labelled.map(({ number }) => number)).toEqual([pull.number]);
  const refused = octokit.rest.issues.addLabels({ ...of, labels: ['mine'] });
  expect(await refusal(refused)).toMatchObject({ status: 403 });

  const { data: comment } = await app.rest.issues.createComment({ ...of, body: 'Checked.' });
  expect(comment).toMatchObject({ user: { type: 'Bot', login: github.app.login } });
  await app.rest.issues.updateComment({ ...registry, comment_id: comment.id, body: 'Again.' });
  await octokit.rest.issues.createComment({ ...of, body: '/recheck' });
  const foreign = octokit.rest.issues.deleteComment({ ...registry, comment_id: comment.id });
  expect(await refusal(foreign)).toMatchObject({ status: 403 });
  const { data: comments } = await octokit.rest.issues.listComments(of);
  expect(comments.map(({ body }) => body)).toEqual(['Again.', '/recheck']);
  const told = github.events.filter(({ event }) => event === 'issue_comment');
  expect(told.at(-1)).toMatchObject({
    payload: { action: 'created', comment: { body: '/recheck' }, sender: { login: 'tidewater' } },
  });
});

test('checks and statuses of a commit are combined, and only programs give checks', async () => {
  await using scene = await startScene();
  const { octokit, app } = scene;
  const { pull } = await submit(octokit);
  const check = { ...registry, name: 'submission', head_sha: pull.head.sha };
  expect(await refusal(octokit.rest.checks.create(check))).toMatchObject({ status: 403 });
  const { data: run } = await app.rest.checks.create(check);
  const done = { conclusion: 'failure', output: { title: 'No', summary: 'Two files' } } as const;
  await app.rest.checks.update({ ...registry, check_run_id: run.id, ...done });
  const { data } = await octokit.rest.checks.listForRef({ ...registry, ref: pull.head.sha });
  expect(data).toMatchObject({ total_count: 1, check_runs: [{ status: 'completed', ...done }] });
  const status = { ...registry, sha: pull.head.sha, context: 'submission' };
  await app.rest.repos.createCommitStatus({ ...status, state: 'pending' });
  await app.rest.repos.createCommitStatus({ ...status, state: 'success' });
  const combined = await connectAndRead(scene);
  expect(combined).toMatchObject({ state: 'success', total_count: 1 });

  async function connectAndRead({ github }: typeof scene) {
    const anyone = connect(github);
    const asked = { ...registry, ref: pull.head.sha };
    return (await anyone.rest.repos.getCombinedStatusForRef(asked)).data;
  }
});
