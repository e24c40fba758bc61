import { type PublishSubmission, RegistryError } from '@orchestra/core';
import type { BlobStore } from '@orchestra/registry';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Author, startWorld } from '../test/start-world.ts';

test('two authors claim one name at once: the first one merged has it, the other is told', async () => {
  await using world = await startWorld();
  const first = await world.addAuthor('tidewater');
  const second = await world.addAuthor('paper-lantern');
  const one = await world.submit(first, await world.release(first));
  const two = await world.submit(second, await world.release(second, { version: '2.0.0' }));
  for (const pull of [one, two]) {
    expect(await world.merge(pull)).toMatchObject({ outcome: 'merged' });
  }
  expect(await world.publish()).toMatchObject([
    { pullRequest: one, outcome: 'done' },
    { pullRequest: two, outcome: 'dropped', failure: { code: 'name-taken' } },
  ]);
  const entry = await (await world.index.snapshot()).readEntry('tide-table');
  expect(entry).toMatchObject({ owners: [{ id: first.id }], versions: [{ version: '1.0.0' }] });
  expect(await world.pending()).toEqual([]);
  expect(await world.labels(two)).toContain('refused');
  const [comment] = await world.comments(two);
  expect(comment).toMatch(/not carried out[\s\S]*name-taken: .* belongs to tidewater/);
});

test('of two pull requests for one version the second is told, and neither is lost', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  const one = await world.submit(author, submission);
  const other = await world.release(author, { description: 'Tides, and the moon' });
  const two = await world.submit(author, other);
  const validations = [await world.validate(one), await world.validate(two)];
  for (const pull of [one, two]) await world.approve(pull);
  const reported = [];
  for (const validation of validations) reported.push(await world.report(validation));
  expect(reported).toMatchObject([{ outcome: 'merged' }, { outcome: 'conflict' }]);
  expect(await world.labels(two)).toEqual(['refused']);
  expect((await world.comments(two))[0]).toContain('Another submission of this version is there');

  expect(await world.publish()).toMatchObject([{ pullRequest: one, outcome: 'done' }]);
  const entry = await (await world.index.snapshot()).readEntry('tide-table');
  expect(entry?.versions).toMatchObject([{ version: '1.0.0', sha256: submission.sha256 }]);
  expect(await world.validate(two)).toMatchObject({
    decision: 'refuse',
    failure: { code: 'version-exists' },
  });
});

test('a submission for another’s extension, and a login that another account has now, are refused', async () => {
  await using world = await startWorld();
  const owner = await world.addAuthor('tidewater');
  await world.merge(await world.submit(owner, await world.release(owner)));
  await world.publish();
  await world.github.renameUser('tidewater', 'tidewater-two');
  const namesake = await world.addAuthor('tidewater');
  const release = await world.release(
    namesake,
    { version: '1.1.0' },
    { repository: 'tidewater/mine' },
  );
  const pull = await world.submit(namesake, release);
  const validation = await world.validate(pull);
  expect(validation).toMatchObject({ decision: 'refuse', failure: { code: 'name-taken' } });
  await world.approve(pull);
  expect(await world.report(validation)).toMatchObject({ outcome: 'refused' });
});

test('a head that moves after validation or approval is not merged', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  const pull = await world.submit(author, submission, { branch: 'mine' });
  const before = await world.validate(pull);
  await world.approve(pull);
  await moveHead(author, submission);
  expect(await world.report(before)).toMatchObject({ outcome: 'moved' });
  const after = await world.validate(pull);
  expect(after.head).not.toBe(before.head);
  expect(await world.report(after)).toMatchObject({ outcome: 'needs-review' });
  expect(await world.labels(pull)).toContain('badge-requested');
  await world.approve(pull);
  const beforeMerge = () => moveHead(author, submission);
  expect(await world.report(after, { beforeMerge })).toMatchObject({ outcome: 'moved' });
  expect(await world.pending()).toEqual([]);
});

/** Puts another commit in place of the one on the author's branch `mine`. */
async function moveHead(author: Author, submission: PublishSubmission): Promise<void> {
  const fork = { owner: 'tidewater', repo: 'registry' };
  const main = await author.octokit.rest.git.getRef({ ...fork, ref: 'heads/main' });
  await author.octokit.rest.git.updateRef({
    ...fork,
    ref: 'heads/mine',
    sha: main.data.object.sha,
    force: true,
  });
  await author.octokit.rest.repos.createOrUpdateFileContents({
    ...fork,
    branch: 'mine',
    path: 'registry-index/submissions/tide-table/1.0.0.json',
    message: `Another one: ${randomUUID()}`,
    content: Buffer.from(`${JSON.stringify({ ...submission, requestVerified: true })}\n`).toString(
      'base64',
    ),
    author: { name: 'tidewater', email: `${author.id}+tidewater@users.noreply.github.com` },
    committer: { name: 'tidewater', email: `${author.id}+tidewater@users.noreply.github.com` },
  });
}

test('a hold keeps what would be merged, and an approval by a stranger counts for nothing', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const stranger = await world.addAuthor('paper-lantern');
  const pull = await world.submit(author, await world.release(author));
  const named = { owner: 'harbor', repo: 'registry', pull_number: pull };
  await stranger.octokit.rest.pulls.createReview({ ...named, event: 'APPROVE' });
  expect(await world.report(await world.validate(pull))).toMatchObject({ outcome: 'needs-review' });
  await world.hold(pull);
  expect(await world.merge(pull)).toMatchObject({ outcome: 'held' });
  expect(await world.labels(pull)).toContain('hold');
});

test('whoever may write and asks for changes keeps it from being merged, until they take it back', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const stranger = await world.addAuthor('paper-lantern');
  const other = await world.addAuthor('lamp-keeper');
  world.github.addCollaborator('harbor/registry', 'lamp-keeper', 'write');
  const pull = await world.submit(author, await world.release(author));
  const named = { owner: 'harbor', repo: 'registry', pull_number: pull };
  const say = async (who: typeof other, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT') =>
    (await who.octokit.rest.pulls.createReview({ ...named, event, body: 'See the README.' })).data;
  await say(other, 'REQUEST_CHANGES');
  await say(stranger, 'REQUEST_CHANGES');
  expect(await world.merge(pull)).toMatchObject({ outcome: 'changes-requested' });
  const [comment = ''] = await world.comments(pull);
  expect(comment).toContain('changes are requested by `lamp-keeper`. Nothing');
  expect(comment).not.toContain('paper-lantern');
  expect(await world.labels(pull)).toEqual(['validated', 'needs-review']);
  await say(other, 'COMMENT');
  expect(await world.merge(pull)).toMatchObject({ outcome: 'changes-requested' });
  await say(other, 'APPROVE');
  expect(await world.merge(pull)).toMatchObject({ outcome: 'merged' });
});

test('also what needs no approval is not merged while changes are requested, nor after a push', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const keeper = await world.addAuthor('lamp-keeper');
  world.github.addCollaborator('harbor/registry', 'lamp-keeper', 'admin');
  await world.merge(await world.submit(author, await world.release(author)));
  await world.publish();
  const next = await world.release(author, { version: '1.1.0' });
  const pull = await world.submit(author, next, { branch: 'mine' });
  const named = { owner: 'harbor', repo: 'registry', pull_number: pull };
  const { data: review } = await keeper.octokit.rest.pulls.createReview({
    ...named,
    event: 'REQUEST_CHANGES',
    body: 'Not this one.',
  });
  const fork = { owner: 'tidewater', repo: 'registry' };
  const head = await author.octokit.rest.git.getRef({ ...fork, ref: 'heads/mine' });
  const { data: commit } = await author.octokit.rest.git.getCommit({
    ...fork,
    commit_sha: head.data.object.sha,
  });
  const { data: again } = await author.octokit.rest.git.createCommit({
    ...fork,
    message: 'Once more',
    tree: commit.tree.sha,
    parents: commit.parents.map(({ sha }) => sha),
    author: { ...commit.author, date: '2026-01-02T00:00:00Z' },
    committer: { ...commit.author, date: '2026-01-02T00:00:00Z' },
  });
  const moved = { ...fork, ref: 'heads/mine', sha: again.sha, force: true };
  await author.octokit.rest.git.updateRef(moved);
  const validation = await world.validate(pull);
  expect(validation).toMatchObject({ decision: 'merge', head: again.sha });
  expect(await world.report(validation)).toMatchObject({ outcome: 'changes-requested' });
  await keeper.octokit.rest.pulls.dismissReview({
    ...named,
    review_id: review.id,
    message: 'Settled.',
  });
  expect(await world.report(validation)).toMatchObject({ outcome: 'merged' });
});

test('what can never succeed and what may later stand in nobody’s way, and main may move meanwhile', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const good = await world.release(author, { name: 'tide-table' });
  const gone = await world.release(author, { name: 'lost-sands' });
  const slow = await world.release(author, { name: 'slow-water' });
  for (const one of [gone, slow, good]) await world.merge(await world.submit(author, one));
  const at = { owner: 'tidewater', repo: 'tides' };
  await author.octokit.rest.repos.deleteReleaseAsset({
    ...at,
    asset_id: gone.source.releaseAssetId,
  });
  world.github.faults.fail(
    { path: new RegExp(`/release-assets/${slow.source.releaseAssetId}`) },
    { status: 503 },
  );
  const plan = await world.plan();
  expect(plan.submissions.map(({ kind }) => kind).toSorted()).toEqual([
    'later',
    'never',
    'publish',
  ]);

  // someone pushes to main between the copy and the push, twice
  let pushes = 0;
  const moving: BlobStore = {
    ...world.blobs,
    async put(blob, content) {
      const parent = await world.index.head();
      const changes = [{ path: 'featured.json', content: '{"format":1,"featured":[]}\n' }];
      const isPackage = blob.key.startsWith('packages/');
      if (isPackage && (pushes += 1) <= 2)
        await world.index.commit({ parent, changes, message: 'Feature\n', at: new Date() });
      return world.blobs.put(blob, content);
    },
  };
  const applied = await world.apply(plan, { blobs: moving });
  expect(applied.map(({ path, outcome }) => `${path.split('/')[1]} ${outcome}`).toSorted()).toEqual(
    ['lost-sands dropped', 'slow-water later', 'tide-table done'],
  );
  expect(await world.pending()).toEqual(['submissions/slow-water/1.0.0.json']);
  world.github.faults.clear();
  expect(await world.publish()).toMatchObject([{ outcome: 'done' }]);
});

test('a store that fails at any step and then works again ends the same, byte for byte', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  await world.merge(await world.submit(author, await world.release(author)));
  const plan = await world.plan();
  for (let most = 0; most < 5; most += 1) {
    let puts = 0;
    const failing: BlobStore = {
      ...world.blobs,
      put(blob, content) {
        puts += 1;
        if (puts > most) throw new RegistryError('registry-unreachable', 'The store is down');
        return world.blobs.put(blob, content);
      },
    };
    const applied = await world.apply(plan, { blobs: failing });
    if (puts <= most) break;
    expect(applied).toMatchObject([
      { outcome: 'later', failure: { code: 'registry-unreachable' } },
    ]);
    expect(await world.pending()).toHaveLength(1);
  }
  await world.apply(plan);
  const path = 'extensions/ti/de/tide-table.json';
  const text = await (await world.index.snapshot()).readFile(path);
  expect(text).not.toBeNull();
  await world.apply(plan);
  expect(await (await world.index.snapshot()).readFile(path)).toBe(text);
  const mark = await world.mark(1);
  expect(text).toContain(`"publishedAt":"${mark?.stages.merged}"`);
});

test('what is merged while a run is on its way is left to the next run, not told as removed', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const one = await world.submit(author, await world.release(author));
  const two = await world.submit(author, await world.release(author, { name: 'slow-water' }));
  await world.merge(one);
  const merging: BlobStore = {
    ...world.blobs,
    async put() {
      await world.merge(two);
      throw new RegistryError('storage-unreachable', 'The store is down');
    },
  };
  const applied = await world.apply(await world.plan(), { blobs: merging });
  expect(applied).toMatchObject([{ pullRequest: one, outcome: 'later' }]);
  expect(await world.labels(two)).toEqual(['validated', 'publishing']);
  const ends = await world.publish();
  expect(ends.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  expect(await world.labels(two)).toEqual(['validated', 'published']);
});
