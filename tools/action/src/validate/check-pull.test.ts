import { expect, test } from 'vitest';
import { checkPull, touchesSubmissions } from './check-pull.ts';
import type { ReadPull } from './read-pull.ts';

const path = 'registry-index/submissions/tide-table/1.0.0.json';
const noreply = '5+tidewater@users.noreply.github.com';

function makePull(author: string, committer: string): ReadPull {
  const people = [
    { role: 'author' as const, email: author },
    { role: 'committer' as const, email: committer },
  ];
  return {
    number: 7,
    head: 'a'.repeat(40),
    isWanted: true,
    author: { id: 5, login: 'tidewater', type: 'User' },
    commitCount: 1,
    commits: [{ sha: 'a'.repeat(40), people, message: 'Submit' }],
    files: [{ path, status: 'added', previous: null }],
  };
}

test.each([
  [noreply, noreply, []],
  [noreply, 'noreply@github.com', []],
  [noreply, '5+tidewater@users.noreply.harbour.dev', []],
  ['tide@mail.dev', noreply, ['author']],
  [noreply, 'tide@mail.dev', ['committer']],
  [noreply, 'tide@users.noreply.github.com.mail.dev', ['committer']],
  ['users.noreply.github.com@mail.dev', noreply, ['author']],
])('checkPull() of a commit by %s and %s finds emails of %j', (author, committer, roles) => {
  const pull = makePull(author, committer);
  const found = checkPull(pull, { server: 'https://harbour.dev' });
  expect(found.map(({ code }) => code)).toEqual(roles.map(() => 'commit-email'));
  expect(found.map(({ message }) => /as the (\w+) of/.exec(message)?.[1])).toEqual(roles);
});

test('a submission that is moved elsewhere is touched, and was not added', () => {
  const files = [{ path: 'README.md', status: 'renamed', previous: path }];
  const pull = { ...makePull(noreply, noreply), files };
  expect(touchesSubmissions(pull)).toBe(true);
  const codes = checkPull(pull, { server: 'https://github.com' }).map(({ code }) => code);
  expect(codes).toContain('submission-not-added');
});
