import { failureKinds, problem, problemKinds } from '@orchestra/core';
import { expect, test } from 'vitest';
import { orReview, reviewHint } from './review-hint.ts';

const place = (hint?: string) =>
  problem('permission-unresolved', {
    path: 'dist/main.js:1:1',
    message: 'eval(…)',
    ...(hint === undefined ? {} : { hint }),
  });

const long = `Move data out of the code. ${orReview}`;

test('reviewHint() says the same wherever the same is known', () => {
  expect(reviewHint([], null)).toBe(problemKinds['review-required'].hint);
  expect(reviewHint([place()], { via: 'api' })).toBe(failureKinds['review-required'].hint);
  expect(reviewHint([place()], { via: 'pull-request', repository: 'harbor/registry' })).toMatch(
    /^Write down the names .* the pull request to harbor\/registry waits/,
  );
});

test.each([
  [
    'the advice that all places have',
    [place(long), place(long)],
    /^Move data out of the code\. Or/,
  ],
  ['the usual advice where they have others', [place(long), place()], /^Write down the names/],
  [
    'the usual advice where only what is declared is needed',
    [problem('permission-unresolved', { path: '.', message: '', hint: long, severity: 'info' })],
    /^Write down the names/,
  ],
])('reviewHint() gives %s', (_what, problems, expected) => {
  expect(reviewHint(problems, { via: 'api' })).toMatch(expected);
});
