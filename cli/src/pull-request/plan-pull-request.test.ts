import { parseJson, type Submission, SubmissionSchema } from '@orchestra/core';
import { expect, test } from 'vitest';
import { branchOf, planPullRequest } from './plan-pull-request.ts';

const account = { id: 4021, login: 'tidewater' };
const submission: Submission = {
  format: 1,
  action: 'publish',
  name: 'tide',
  version: '1.0.0',
  sha256: 'a'.repeat(64),
  size: 812,
  source: {
    repositoryId: 7,
    repository: 'tidewater/tide',
    releaseAssetId: 9,
    tag: 'v1.0.0',
    commit: 'b'.repeat(40),
  },
};

test('planPullRequest() plans one file, which reads as the submission', () => {
  const plan = planPullRequest(submission, account);
  expect(plan).toMatchObject({
    branch: 'orchestra/publish-1.0.0_tide',
    path: 'registry-index/submissions/tide/1.0.0.json',
    title: 'Publish tide 1.0.0',
    author: { name: 'tidewater', email: '4021+tidewater@users.noreply.github.com' },
  });
  expect(parseJson(SubmissionSchema, plan.content)).toEqual({ ok: true, value: submission });
  expect(plan.body).toMatchInlineSnapshot(`
    "Publishes \`tide\` 1.0.0.

    - Source: \`tidewater/tide\`, tag \`v1.0.0\`, commit bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    - Package: release asset 9, 812 bytes
    - SHA-256: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`

    It adds this one file and nothing else, made by \`orchestra ext\`.
    "
  `);
});

test('planPullRequest() keeps the reason of a yank in the file alone', () => {
  const yank: Submission = {
    format: 1,
    action: 'yank',
    name: 'tide',
    version: '1.0.0',
    reason: '@everyone [look](https://example.org)',
  };
  const plan = planPullRequest(yank, account);
  expect(plan.title).toBe('Yank tide 1.0.0');
  expect(plan.body).not.toContain('everyone');
  expect(plan.content).toContain('@everyone');
});

test('branchOf() gives two submissions two branches, none of which ends with .lock', () => {
  const branches = [
    branchOf({ action: 'publish', name: 'b', version: '1.0.0-a' }),
    branchOf({ action: 'publish', name: 'a-b', version: '1.0.0' }),
    branchOf({ action: 'publish', name: 'b', version: '1.0.0-a.lock' }),
    branchOf({ action: 'yank', name: 'b', version: '1.0.0-a' }),
  ];
  expect(new Set(branches).size).toBe(4);
  expect(branches.filter((branch) => branch.endsWith('.lock'))).toEqual([]);
});
