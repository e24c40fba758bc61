import { expect, test } from 'vitest';
import type { Submission } from '../schema/submission.ts';
import { maxSubmissionLength, parseSubmission } from './parse-submission.ts';
import { serializeSubmission } from './serialize-submission.ts';
import { submissionPath } from './submission-path.ts';

const publish: Submission = {
  format: 1,
  action: 'publish',
  name: 'tide-table',
  version: '1.0.0',
  sha256: 'a'.repeat(64),
  size: 1234,
  source: {
    repositoryId: 50,
    repository: 'tidewater/tides',
    releaseAssetId: 7,
    tag: 'v1.0.0',
    commit: 'b'.repeat(40),
  },
};
const yank: Submission = {
  format: 1,
  action: 'yank',
  name: 'tide-table',
  version: '1.0.0',
  reason: 'Shows low water as high water',
};
const path = 'submissions/tide-table/1.0.0.json';

test.each([publish, yank, { ...publish, requestVerified: true }])(
  'parseSubmission() reads what serializeSubmission() writes',
  (submission) => {
    expect(submissionPath(submission)).toBe(path);
    const text = serializeSubmission(submission);
    expect(parseSubmission(text, { path })).toEqual({ submission, problems: [] });
    expect(text).not.toContain('undefined');
  },
);

test('parseSubmission() names every problem at once, each with where, expected and found', () => {
  const text = JSON.stringify({
    ...publish,
    version: '1.0',
    sha256: 'short',
    source: { ...publish.source, url: 'https://tides.example/x.tar.gz', commit: 7 },
  });
  const { submission, problems } = parseSubmission(text, { path });
  expect(submission).toBeNull();
  expect(problems.map(({ code, path: where }) => [code, where])).toEqual([
    ['submission-shape', `${path}#/version`],
    ['submission-shape', `${path}#/sha256`],
    ['submission-shape', `${path}#/source`],
    ['submission-shape', `${path}#/source/commit`],
    ['submission-path', path],
  ]);
  expect(problems.every(({ message }) => /expected .*; found /i.test(message))).toBe(true);
});

test.each([
  ['submissions/tide-table/1.0.1.json'],
  ['submissions/tides/1.0.0.json'],
  ['submissions/tide-table/1.0.0.JSON'],
  ['extensions/ti/de/tide-table.json'],
  ['submissions/../submissions/tide-table/1.0.0.json'],
])('parseSubmission() refuses the path %s for tide-table 1.0.0', (other) => {
  const { submission, problems } = parseSubmission(serializeSubmission(publish), { path: other });
  expect(submission).toBeNull();
  expect(problems).toMatchObject([{ code: 'submission-path' }]);
});

test.each([
  ['', 'submission-invalid-json'],
  ['[]', 'submission-invalid-json'],
  ['null', 'submission-invalid-json'],
  ['{"format":1,}', 'submission-invalid-json'],
  [`"${'x'.repeat(maxSubmissionLength)}"`, 'submission-invalid-json'],
  ['['.repeat(16_000), 'submission-invalid-json'],
  ['{}', 'submission-shape'],
  ['{"__proto__":{"format":1}}', 'submission-shape'],
  [serializeSubmission({ ...yank, action: 'yank', reason: 'a\nb' }), 'submission-shape'],
  [serializeSubmission({ ...yank, action: 'yank', reason: 'x'.repeat(501) }), 'submission-shape'],
  [
    serializeSubmission({ ...yank, action: 'yank', reason: 'ask me@tides.dev' }),
    'submission-shape',
  ],
  [JSON.stringify({ ...yank, sha256: 'a'.repeat(64) }), 'submission-shape'],
  [JSON.stringify({ ...publish, action: 'quarantine' }), 'submission-shape'],
  [JSON.stringify({ ...publish, format: 2 }), 'submission-shape'],
])('parseSubmission() of %j says %s', (text, code) => {
  const { submission, problems } = parseSubmission(text, { path });
  expect(submission).toBeNull();
  expect(problems.map((found) => found.code)).toContain(code);
});

test('parseSubmission() never repeats an email', () => {
  const text = JSON.stringify({ ...yank, reason: 'ask me@tides.dev', me: 1, name: 'me@tides.dev' });
  expect(JSON.stringify(parseSubmission(text, { path }).problems)).not.toContain('me@tides');
});
