import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { connect, refusal, startScene } from '../../test/start-scene.ts';

const lens = { owner: 'tidewater', repo: 'git-lens' };
const bytes = Buffer.from('a package');

/** A scene with the author's own repository. */
async function startAuthor() {
  const scene = await startScene();
  const { directory } = await scene.github.addRepository('tidewater/git-lens');
  return { ...scene, lensDirectory: directory };
}

test('a release is made, its asset uploaded, and downloaded from another host by anyone', async () => {
  await using scene = await startAuthor();
  const { github, octokit } = scene;
  const { data: release } = await octokit.rest.repos.createRelease({ ...lens, tag_name: 'v1.0.0' });
  expect(release.upload_url).toContain(`${github.web}/uploads/`);
  const { data: asset } = await octokit.rest.repos.uploadReleaseAsset({
    ...lens,
    baseUrl: `${github.web}/uploads`,
    release_id: release.id,
    name: 'git-lens-1.0.0.tar.gz',
    data: bytes.toString(),
    headers: { 'content-type': 'application/gzip' },
  });
  expect(asset).toMatchObject({
    size: bytes.length,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    uploader: { login: 'tidewater' },
  });
  const { data: tag } = await octokit.rest.git.getRef({ ...lens, ref: 'tags/v1.0.0' });
  expect(tag.object.type).toBe('commit');

  const url = `${github.api}/repos/tidewater/git-lens/releases/assets/${asset.id}`;
  const headers = { accept: 'application/octet-stream' };
  const redirect = await fetch(url, { headers, redirect: 'manual' });
  expect(redirect.status).toBe(302);
  expect(redirect.headers.get('location')).toContain(`${github.storage}/`);
  expect(await (await fetch(url, { headers })).text()).toBe('a package');
  expect(await (await fetch(asset.browser_download_url)).text()).toBe('a package');
  expect(github.events.map(({ event }) => event)).toEqual(['push', 'release']);
});

test('a draft and its assets are seen by those alone who may push', async () => {
  await using scene = await startAuthor();
  const { github, octokit } = scene;
  await github.addUser('gull');
  const stranger = connect(github, github.addToken('gull', { scopes: ['public_repo'] }));
  const draft = { tag: 'v1.0.0', draft: true, assets: [{ name: 'a.tar.gz', bytes }] };
  const { id, assets } = await github.addRelease('tidewater/git-lens', draft);
  const asset = { ...lens, asset_id: assets[0]?.id ?? 0 };
  expect(await refusal(stranger.rest.repos.getReleaseAsset(asset))).toMatchObject({ status: 404 });
  expect((await octokit.rest.repos.getReleaseAsset(asset)).data.name).toBe('a.tar.gz');
  await octokit.rest.repos.updateRelease({ ...lens, release_id: id, draft: false });
  expect((await stranger.rest.repos.getReleaseAsset(asset)).data.name).toBe('a.tar.gz');
});

test('an asset has its name for itself, and its id until it is replaced', async () => {
  await using scene = await startAuthor();
  const { github, octokit } = scene;
  const release = { tag: 'v1.0.0', assets: [{ name: 'a.tar.gz', bytes, uploader: 'harbor' }] };
  const { id, assets } = await github.addRelease('tidewater/git-lens', release);
  const baseUrl = `${github.web}/uploads`;
  const upload = { ...lens, baseUrl, release_id: id, name: 'a.tar.gz', data: 'other bytes' };
  const second = await refusal(octokit.rest.repos.uploadReleaseAsset(upload));
  expect(second).toMatchObject({ status: 422, message: expect.stringContaining('already_exists') });
  const before = { ...lens, asset_id: assets[0]?.id ?? 0 };
  const { data } = await octokit.rest.repos.getReleaseAsset(before);
  expect(data.uploader?.login).toBe('harbor');
  await octokit.rest.repos.deleteReleaseAsset(before);
  const { data: replaced } = await octokit.rest.repos.uploadReleaseAsset(upload);
  expect(replaced.id).not.toBe(before.asset_id);
  expect(await refusal(octokit.rest.repos.getReleaseAsset(before))).toMatchObject({ status: 404 });
  const taken = octokit.rest.repos.createRelease({ ...lens, tag_name: 'v1.0.0' });
  expect(await refusal(taken)).toMatchObject({ status: 422 });
});

test('a storage may be ordered to lie, to cut what it sends, and never to end', async () => {
  await using scene = await startAuthor();
  const { github } = scene;
  const release = { tag: 'v1.0.0', assets: [{ name: 'a.tar.gz', bytes }] };
  await github.addRelease('tidewater/git-lens', release);
  const url = `${github.web}/tidewater/git-lens/releases/download/v1.0.0/a.tar.gz`;
  const path = /^\/release-assets\//;
  github.faults.fail({ path }, { status: 200, body: Buffer.from('other'), times: 1 });
  expect(await (await fetch(url)).text()).toBe('other');
  github.faults.fail({ path }, { status: 200, body: 'begin', cut: true, times: 1 });
  await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
  github.faults.fail({ path }, { endless: true, times: 1 });
  let received = 0;
  const { body } = await fetch(url);
  for await (const chunk of body ?? []) {
    received += chunk.length;
    if (received > 1_000_000) break;
  }
  expect(received).toBeGreaterThan(1_000_000);
  expect(await (await fetch(url)).text()).toBe('a package');
});
