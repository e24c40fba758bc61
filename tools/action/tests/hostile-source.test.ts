import type { PublishSubmission } from '@orchestra/core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Author, startWorld, type World } from '../test/start-world.ts';

let world: World;
let author: Author;
let other: Author;
let good: PublishSubmission;

beforeAll(async () => {
  world = await startWorld();
  author = await world.addAuthor('tidewater');
  other = await world.addAuthor('paper-lantern');
  good = await world.release(author);
});
afterEach(() => world.github.faults.clear());
afterAll(() => world[Symbol.asyncDispose]());

const withSource = (source: Partial<PublishSubmission['source']>): PublishSubmission => ({
  ...good,
  source: { ...good.source, ...source },
});

async function judge(submission: PublishSubmission, options = {}) {
  const pull = await world.submit(author, submission);
  const validation = await world.validate(pull, options);
  await world.report(validation);
  return { ...validation, labels: await world.labels(pull) };
}

test.each<[string, () => Promise<PublishSubmission> | PublishSubmission, string]>([
  ['an asset that is gone', () => withSource({ releaseAssetId: 999_999 }), 'source-asset'],
  [
    'a repository that is not there',
    () => withSource({ repository: 'tidewater/none' }),
    'source-repository',
  ],
  ['a repository of another id', () => withSource({ repositoryId: 1 }), 'source-repository'],
  ['a repository that is a path', () => withSource({ repository: '../..' }), 'source-repository'],
  ['a tag that is not there', () => withSource({ tag: 'v9' }), 'source-release'],
  ['a tag that is a path', () => withSource({ tag: '../../../user' }), 'source-release'],
  ['a tag with shell in it', () => withSource({ tag: 'v1;$(ls)`ls`' }), 'source-release'],
  ['a commit that is another', () => withSource({ commit: 'a'.repeat(40) }), 'source-release'],
  ['another size', () => ({ ...good, size: good.size + 1 }), 'source-digest'],
  ['another digest', () => ({ ...good, sha256: 'a'.repeat(64) }), 'source-digest'],
  ['a size over the limit', () => ({ ...good, size: 1e9 }), 'package-too-large'],
  ['an asset of a draft', () => world.release(author, {}, { draft: true }), 'source-release'],
  [
    'another package than it says',
    async () => ({ ...(await world.release(author, { name: 'tides' })), name: 'tide-table' }),
    'source-manifest',
  ],
  [
    'an asset of another release of another repository',
    async () => {
      const theirs = await world.release(other);
      return withSource({ releaseAssetId: theirs.source.releaseAssetId });
    },
    'source-asset',
  ],
])('a submission with %s is refused', async (_case, make, code) => {
  const found = await judge(await make());
  expect(found).toMatchObject({ decision: 'refuse', labels: ['refused'] });
  expect(found.problems.map((problem) => problem.code)).toContain(code);
});

test('bytes behind the asset that aren’t the ones submitted are refused', async () => {
  const lie = await world.release(author, {}, { bytes: Buffer.alloc(good.size, 1) });
  expect(await judge({ ...lie, size: good.size })).toMatchObject({
    decision: 'refuse',
    problems: [{ code: 'source-digest' }],
  });
});

test('another’s public asset under a new name is refused', async () => {
  const theirs = await world.release(other, { name: 'lanterns' });
  expect(await judge(theirs)).toMatchObject({
    decision: 'refuse',
    failure: { code: 'not-an-owner' },
  });
});

test.each<[string, object, object, number?]>([
  [
    'an endless download',
    { endless: true },
    { decision: 'refuse', failure: { code: 'source-unusable' } },
  ],
  ['a download that is cut', { status: 200, body: 'abc', cut: true }, { decision: 'wait' }],
  ['a server that is down', { status: 503 }, { decision: 'wait' }],
  [
    'a slow download',
    { delayMs: 3000 },
    { decision: 'wait', failure: { code: 'github-unreachable' } },
    1500,
  ],
])('%s ends, and says whose fault it is', async (_case, how, expected, downloadMs = 60_000) => {
  world.github.faults.fail({ path: storagePath }, how);
  const found = await judge(good, { downloadMs });
  expect(found).toMatchObject(expected);
});

const storagePath = /^\/release-assets\//;

test('a rate limit is waited for, and said', async () => {
  world.github.faults.fail(
    { path: /\/releases\/tags\// },
    { status: 429, headers: { 'retry-after': '1' }, body: { message: 'slow down' }, times: 1 },
  );
  expect(await judge(good)).toMatchObject({ decision: 'review' });
  expect(world.logged.join('\n')).toContain('rate limit');
});

test('GitHub that answers nothing leaves the submission for later', async () => {
  world.github.faults.fail({ path: /\/releases\/tags\// }, { status: 502 });
  const found = await judge(good);
  expect(found).toMatchObject({
    decision: 'wait',
    failure: { code: 'github-failed' },
    labels: ['waiting'],
  });
});
