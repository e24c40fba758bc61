import { soakOf } from '@orchestra/testkit/soak';
import { parseJson, SubmissionSchema } from '@orchestra/core';
import { extensionFiles, makeFolder, startProcess } from '@orchestra/testkit';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Door, gitIn, makeDoor, registry } from './make-pull-request-registry.ts';

const file = 'registry-index/submissions/tide/1.0.0.json';

test('publish makes a release and a pull request with one file; again, it goes on with them', async () => {
  await using door = await makeDoor();
  const { value } = await door.json('publish');
  expect(value).toMatchObject({
    name: 'tide',
    version: '1.0.0',
    unchanged: false,
    pullRequest: { number: 1, state: 'open', url: `${door.github.web}/${registry}/pull/1` },
  });
  expect(value.stages).toMatchObject({ submitted: expect.any(String), merged: null });

  const submission = await readSubmission(door, 1);
  expect(submission).toMatchObject({ action: 'publish', name: 'tide', sha256: value.sha256 });
  const pull = await door.app(`GET ${registry}/pulls/1`);
  expect(pull).toMatchObject({ title: 'Publish tide 1.0.0', changed_files: 1, commits: 1 });
  const [commit] = await door.app(`GET ${registry}/pulls/1/commits`);
  const email = `${door.author.id}+tidewater@users.noreply.github.com`;
  expect(commit.commit).toMatchObject({ author: { email }, committer: { email } });

  const done = door.writes();
  const again = await door.json('publish');
  expect(again.value.pullRequest).toEqual(value.pullRequest);
  expect(door.writes()).toEqual(done);
});

test('publish sends the token to GitHub alone', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  await door.json('publish'); // this one downloads the asset
  const { requests } = door.github;
  const stored = requests.filter(({ path }) => path.startsWith('/release-assets'));
  expect(stored.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
  const config = JSON.parse(String(door.registry.files.get('/config.json')));
  expect(JSON.stringify(config)).not.toContain(door.github.web); // it doesn't say where GitHub is
});

/** The requests before which it is killed, in the order in which they are sent. */
const steps: [method: string, path: RegExp][] = [
  ['POST', /\/tide\/releases$/],
  ['POST', /\/uploads\//],
  ['PATCH', /\/tide\/releases\//],
  ['POST', /\/forks$/],
  ['POST', /\/git\/trees$/],
  ['POST', /\/git\/refs$/],
  ['POST', /\/pulls$/],
];

test.each(soakOf(steps, 4))(
  'publish that is killed before its %s of %s and run again ends with one of everything',
  { tags: ['soak'] },
  async (method, path) => {
    await using door = await makeDoor();
    await killAt(door, { method, path });
    const { value } = await door.json('publish');
    expect({ path, number: value.pullRequest?.number }).toEqual({ path, number: 1 });
    const pulls = await door.app(`GET ${registry}/pulls?state=all`);
    const releases = await door.app('GET tidewater/tide/releases');
    expect({ path, pulls: pulls.length, releases: releases.length }).toEqual({
      path,
      pulls: 1,
      releases: 1,
    });
    expect(releases[0]).toMatchObject({ draft: false, assets: [{ name: 'tide-1.0.0.tar.gz' }] });
    expect(await readSubmission(door, 1)).toMatchObject({ sha256: value.sha256 });
  },
);

test('publish goes on where GitHub fails for a moment', async () => {
  await using door = await makeDoor();
  door.github.faults.fail({ method: 'POST', path: /\/git\/refs$/ }, { status: 502, times: 1 });
  const { value } = await door.json('publish');
  expect(value.pullRequest).toMatchObject({ number: 1, state: 'open' });
});

test('publish puts a changed package into the same pull request, under a new asset', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  await writeFile(door.folder.join('dist/main.js'), '// changed\n');
  const refused = await door.json('publish');
  expect(refused.value.error).toMatchObject({ code: 'source-unusable' });
  expect(refused.value.error.hint).toContain('never replaced');
  const [release] = await door.app('GET tidewater/tide/releases');
  await deleteAsset(door, release.assets[0].id);
  const { value } = await door.json('publish');
  expect(value.pullRequest.number).toBe(1);
  expect(await readSubmission(door, 1)).toMatchObject({ sha256: value.sha256 });
  expect(await door.app(`GET ${registry}/pulls/1`)).toMatchObject({ commits: 1, changed_files: 1 });
});

test('publish from a fork that is behind, or has commits of its own, still adds one file', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  const fork = 'tidewater/registry';
  const content = Buffer.from('mine\n').toString('base64');
  const author = { name: 'tidewater', email: 't@example.org' };
  await put(door, `${fork}/contents/mine.txt`, { message: 'Mine', content, author });
  await door.app(`PUT ${registry}/contents/theirs.txt`, { message: 'Theirs', content });
  const next = await makeFolder(extensionFiles(manifestOf(door, { version: '1.1.0' })));
  await using _folder = next;
  const ended = await door.cli(['publish', '--json', '-C', next.path], { env: door.env });
  expect(JSON.parse(ended.stdout).pullRequest.number).toBe(2);
  const files = await door.app(`GET ${registry}/pulls/2/files`);
  expect(files.map(({ filename }: { filename: string }) => filename)).toEqual([
    'registry-index/submissions/tide/1.1.0.json',
  ]);
});

test('publish --request-verified asks for the badge in the same pull request; only people get it', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  expect(await readSubmission(door, 1)).not.toHaveProperty('requestVerified');
  const asked = await door.json('publish', '--request-verified');
  expect(asked.value.pullRequest.number).toBe(1);
  expect(await readSubmission(door, 1)).toMatchObject({ requestVerified: true });
  const pull = await door.app(`GET ${registry}/pulls/1`);
  expect(pull).toMatchObject({ commits: 1, changed_files: 1 });

  const done = door.writes();
  await door.json('publish');
  expect(door.writes()).toEqual(done);
});

test('publish tells of a pull request that was closed, and of one that is merged and waits', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  await patch(door, `${registry}/pulls/1`, { state: 'closed' });
  const closed = await door.json('publish');
  expect(closed).toMatchObject({
    exitCode: 1,
    value: { error: { code: 'pull-request-closed', message: expect.stringContaining('/pull/1') } },
  });
  await patch(door, `${registry}/pulls/1`, { state: 'open' });
  await door.app(`PUT ${registry}/pulls/1/merge`, {});
  const done = door.writes();
  const merged = await door.json('publish');
  expect(merged.value.pullRequest).toMatchObject({ number: 1, state: 'merged' });
  expect(merged.value.stages.merged).toEqual(expect.any(String));
  expect(door.writes()).toEqual(done);
  expect(await gitIn(door.directory, 'show', `main:${file}`)).toContain('"action": "publish"');
});

test('publish asks again where a merged submission was taken out without being carried out', async () => {
  await using door = await makeDoor();
  await door.json('publish');
  await door.app(`PUT ${registry}/pulls/1/merge`, {});
  const { sha } = await door.app(`GET ${registry}/contents/${file}`);
  await door.app(`DELETE ${registry}/contents/${file}`, { message: 'Remove it', sha });
  await setTimeout(1000); // within a second of the first, git would make the very same commit
  const { value } = await door.json('publish');
  expect(value.pullRequest).toMatchObject({ number: 2, state: 'open' });
  expect(await readSubmission(door, 2)).toMatchObject({ sha256: value.sha256 });
});

test('publish refuses before it changes anything', async () => {
  await using door = await makeDoor();
  await using folder = await makeFolder(
    extensionFiles(manifestOf(door, { version: '2.0.0-rc.1' })),
  );
  const publish = async (...args: string[]) => {
    const ended = await door.cli(['publish', '--json', ...args], { env: door.env });
    return JSON.parse(ended.stdout).error;
  };
  expect(await publish('-C', folder.path)).toMatchObject({
    code: 'problems-found',
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'prerelease-flag-missing' }),
    ]),
  });
  const { entry } = await door.registry.publish(extensionFiles({ name: 'tide', version: '0.9.0' }));
  const content = Buffer.from(`${JSON.stringify(entry)}\n`).toString('base64');
  const path = `${registry}/contents/registry-index/extensions/ti/de/tide.json`;
  await door.app(`PUT ${path}`, { message: 'Publish tide 0.9.0', content });
  const done = door.writes();
  expect(await publish('-C', door.folder.path)).toMatchObject({ code: 'name-taken' });
  expect(await publish('-C', door.folder.path, '--dry-run')).toMatchObject({ code: 'name-taken' });
  expect(door.writes()).toEqual(done);
});

test('publish --dry-run prints what it would do, and does none of it', async () => {
  await using door = await makeDoor();
  const { value } = await door.json('publish', '--dry-run');
  expect(value.plan).toMatchObject({
    source: { repository: 'tidewater/tide', tag: 'v1.0.0', step: 'create' },
    pullRequest: { repository: registry, step: 'open', number: null },
    decision: 'review',
  });
  expect(door.writes()).toEqual([]);
});

async function readSubmission(door: Door, number: number) {
  const text = await gitIn(door.directory, 'show', `refs/pull/${number}/head:${file}`);
  const parsed = parseJson(SubmissionSchema, text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

/** Kills a publish while it waits for the answer to a request, which has no effect later either. */
async function killAt(door: Door, at: { method: string; path: RegExp }): Promise<void> {
  door.github.faults.fail(at, { status: 503, delayMs: 5000 });
  const bin = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));
  const child = startProcess([process.execPath, bin, 'ext', 'publish', '-C', door.folder.path], {
    env: {
      ORCHESTRA_HOME: door.home.path,
      ORCHESTRA_REGISTRY: door.registry.url,
      ...door.env,
    },
  });
  const isAsked = () =>
    door.github.requests.some(({ method, path }) => {
      return method === at.method && at.path.test(path.replace(/\?.*/, ''));
    });
  await expect.poll(isAsked).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'close');
  door.github.faults.clear();
}

function manifestOf(door: Door, change: object) {
  const repository = `${door.github.web}/tidewater/tide`;
  return { name: 'tide', version: '1.0.0', repository, ...change };
}

function asAuthor(door: Door, route: string, body?: object) {
  const [method = '', path = ''] = route.split(' ');
  return fetch(`${door.github.api}/repos/${path}`, {
    method,
    headers: { authorization: `Bearer ${door.env['ORCHESTRA_GITHUB_TOKEN'] ?? ''}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const put = (door: Door, path: string, body: object) => asAuthor(door, `PUT ${path}`, body);
const patch = (door: Door, path: string, body: object) => asAuthor(door, `PATCH ${path}`, body);
const deleteAsset = (door: Door, id: number) =>
  asAuthor(door, `DELETE tidewater/tide/releases/assets/${id}`);
