import type { PublishSubmission } from '@orchestra/core';
import { expect, test } from 'vitest';
import { openJobGitHub } from '../github/open-job-github.ts';
import { findSubmittedAsset } from './find-submitted-asset.ts';

const commit = 'c'.repeat(40);
const source = {
  repositoryId: 50,
  repository: 'tidewater/tides',
  releaseAssetId: 9,
  tag: 'v1.0.0',
  commit,
};
const owner = { id: 5, login: 'tidewater' };

/** What GitHub answers, by the end of the path. */
const answers = {
  'repos/tidewater/tides': {
    id: 50,
    full_name: 'tidewater/tides',
    name: 'tides',
    private: false,
    default_branch: 'main',
    owner,
  },
  'releases/tags/v1.0.0': { draft: false, assets: [{ id: 9 }] },
  'releases/assets/9': { id: 9, name: 'tide.tar.gz', size: 10, state: 'uploaded', uploader: owner },
  'git/ref/tags%2Fv1.0.0': { object: { type: 'commit', sha: commit } },
};

test.each<[string, object]>([
  ['a tag', {}],
  [
    'an annotated tag',
    {
      'git/ref/tags%2Fv1.0.0': { object: { type: 'tag', sha: 't'.repeat(40) } },
      [`git/tags/${'t'.repeat(40)}`]: { object: { type: 'commit', sha: commit } },
    },
  ],
])('findSubmittedAsset() finds the asset of a release at %s', async (_what, change) => {
  const { found, problems } = await find(change);
  expect(problems).toEqual([]);
  expect(found).toMatchObject({ source: { repositoryId: 50, assetUploaderId: 5 } });
});

test.each<[string, string, object]>([
  ['source-release', 'a draft', { 'releases/tags/v1.0.0': { draft: true, assets: [{ id: 9 }] } }],
  ['source-asset', 'another release', { 'releases/tags/v1.0.0': { assets: [{ id: 8 }] } }],
  [
    'source-asset',
    'an upload that goes on',
    { 'releases/assets/9': { ...answers['releases/assets/9'], state: 'starter' } },
  ],
])('findSubmittedAsset() finds %s: an asset of %s', async (code, _what, change) => {
  const { found, problems } = await find(change);
  expect(found).toBeNull();
  expect(problems.map((one) => one.code)).toEqual([code]);
});

test('findSubmittedAsset() asks for nothing by a tag that is none', async () => {
  const asked: string[] = [];
  const { found } = await find({}, { tag: '../v1.0.0', asked });
  expect(found).toBeNull();
  expect(asked.filter((path) => path.includes('v1.0.0'))).toEqual([]);
});

function find(
  change: object,
  { tag = source.tag, asked = [] }: { tag?: string; asked?: string[] } = {},
) {
  const all = Object.entries({ ...answers, ...change });
  const github = openJobGitHub({
    api: 'https://github.example/api',
    token: 't',
    fetch: async (url) => {
      const { pathname } = new URL(String(url));
      asked.push(pathname);
      const [, body] = all.find(([path]) => pathname.endsWith(`/${path}`)) ?? [];
      return Response.json(body ?? {}, { status: body === undefined ? 404 : 200 });
    },
    log: () => {},
  });
  const submission: PublishSubmission = {
    format: 1,
    action: 'publish',
    name: 'tide-table',
    version: '1.0.0',
    sha256: 'a'.repeat(64),
    size: 10,
    source: { ...source, tag },
  };
  return findSubmittedAsset(submission, { github, path: 'submissions/tide-table/1.0.0.json' });
}
