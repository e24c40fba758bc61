import { generateKeyPairSync } from 'node:crypto';
import { App, Octokit } from 'octokit';
import { expect, test } from 'vitest';
import { connect, fork, refusal, registry, startScene, submit } from '../../test/start-scene.ts';

test("an App's JWT makes a token of its installation, with fewer rights where it asks for fewer", async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  const { pull } = await submit(octokit);
  const { id, privateKey, installationId } = github.app;
  const Quiet = Octokit.defaults({ baseUrl: github.api, retry: { enabled: false } });
  const app = new App({ appId: id, privateKey, Octokit: Quiet });
  const { data: installation } = await app.octokit.rest.apps.getRepoInstallation(registry);
  expect(installation).toMatchObject({ id: installationId, account: { login: 'harbor' } });
  const { data: token } = await app.octokit.rest.apps.createInstallationAccessToken({
    installation_id: installationId,
    repositories: ['registry'],
    permissions: { contents: 'read', issues: 'write' },
  });
  const limited = connect(github, token.token);
  const issue = { ...registry, issue_number: pull.number };
  await limited.rest.issues.createComment({ ...issue, body: 'Seen.' });
  expect(await refusal(limited.rest.pulls.merge({ ...registry, pull_number: 1 }))).toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration'),
  });
  const more = app.octokit.rest.apps.createInstallationAccessToken({
    installation_id: installationId,
    permissions: { administration: 'write' },
  });
  expect(await refusal(more)).toMatchObject({ status: 422 });

  const otherKey = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const forged = new App({ appId: id, privateKey: otherKey.privateKey, Octokit: Quiet });
  expect(await refusal(forged.octokit.rest.apps.getAuthenticated())).toMatchObject({ status: 401 });
});

test('what a GITHUB_TOKEN does starts no workflow, and it does nothing in other repositories', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  await github.addRepository('tidewater/git-lens');
  const { pull, of } = await submit(octokit);
  const told = github.events.length;
  const own = connect(
    github,
    github.addToken('harbor', { kind: 'actions', repositories: ['harbor/registry'] }),
  );
  await own.rest.pulls.merge({ ...of, sha: pull.head.sha });
  await own.rest.issues.createComment({ ...registry, issue_number: 1, body: 'Merged.' });
  expect(github.events).toHaveLength(told);
  const approve = own.rest.pulls.createReview({ ...of, event: 'APPROVE' });
  expect(await refusal(approve)).toMatchObject({ status: 403 });

  const foreign = connect(
    github,
    github.addToken('tidewater', { kind: 'actions', repositories: ['tidewater/git-lens'] }),
  );
  const message = expect.stringContaining('Resource not accessible by integration');
  const opened = { ...registry, head: 'tidewater:publish', base: 'main', title: 'Publish' };
  expect(await refusal(foreign.rest.pulls.create(opened))).toMatchObject({ status: 403, message });
  expect(await refusal(foreign.rest.repos.createFork(registry))).toMatchObject({
    status: 403,
    message,
  });
  expect(await refusal(foreign.rest.users.getAuthenticated())).toMatchObject({
    status: 403,
    message,
  });
});

test('a fine-grained token can neither fork nor open pull requests elsewhere', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  await fork(octokit);
  const fine = connect(github, github.addToken('tidewater', { kind: 'fine-grained' }));
  const message = expect.stringContaining('Resource not accessible by personal access token');
  const opened = { ...registry, head: 'tidewater:main', base: 'main', title: 'Publish' };
  expect(await refusal(fine.rest.pulls.create(opened))).toMatchObject({ status: 403, message });
  expect(await refusal(fine.rest.repos.createFork(registry))).toMatchObject({
    status: 403,
    message,
  });
  expect((await fine.rest.repos.get(registry)).headers['x-oauth-scopes']).toBeUndefined();
});

test('a token without the scope finds nothing, and is told which scope it takes', async () => {
  await using scene = await startScene();
  const { github } = scene;
  const bare = connect(github, github.addToken('tidewater', { kind: 'oauth' }));
  const opened = { ...registry, head: 'tidewater:main', base: 'main', title: 'Publish' };
  expect(await refusal(bare.rest.pulls.create(opened))).toMatchObject({ status: 404 });
  expect(await refusal(bare.rest.repos.createFork(registry))).toMatchObject({ status: 404 });
  const { headers } = await fetch(`${github.api}/repos/harbor/registry/pulls`, {
    method: 'POST',
    headers: { authorization: `bearer ${github.addToken('tidewater')}`, 'user-agent': 'test' },
    body: JSON.stringify(opened),
  });
  expect(headers.get('x-accepted-oauth-scopes')).toBe('public_repo, repo');
  expect(headers.get('x-oauth-scopes')).toBe('');
});

test('what changes a workflow needs the scope for it', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  const at = await fork(octokit);
  const change = {
    ...at,
    path: '.github/workflows/publish.yml',
    message: 'Change a workflow',
    content: Buffer.from('on: push\n').toString('base64'),
  };
  expect(await refusal(octokit.rest.repos.createOrUpdateFileContents(change))).toMatchObject({
    status: 422,
    message: expect.stringContaining('without `workflow` scope'),
  });
  const scopes = ['public_repo', 'workflow'];
  const able = connect(github, github.addToken('tidewater', { scopes }));
  expect((await able.rest.repos.createOrUpdateFileContents(change)).status).toBe(201);
});

test('a private repository is there for those alone who may see it', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  await github.addRepository('tidewater/secret', { private: true });
  const secret = { owner: 'tidewater', repo: 'secret' };
  expect(await refusal(octokit.rest.repos.get(secret))).toMatchObject({ status: 404 });
  const whole = connect(github, github.addToken('tidewater', { scopes: ['repo'] }));
  expect((await whole.rest.repos.get(secret)).data.private).toBe(true);
});
