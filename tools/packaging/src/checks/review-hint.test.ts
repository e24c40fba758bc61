import { failureKinds, problem, problemKinds, type UnresolvedCause } from '@orchestra/core';
import { expect, test } from 'vitest';
import { reviewHint } from './review-hint.ts';

const place = (cause?: UnresolvedCause) =>
  problem('permission-unresolved', {
    path: 'dist/main.js:1:1',
    message: 'eval(…)',
    ...(cause === undefined ? {} : { cause }),
  });

test('reviewHint() says the same wherever the same is known', () => {
  expect(reviewHint([], null)).toBe(problemKinds['review-required'].hint);
  expect(reviewHint([place()], { via: 'api' })).toBe(failureKinds['review-required'].hint);
  expect(reviewHint([place()], { via: 'pull-request', repository: 'harbor/registry' })).toMatch(
    /^Write the code so .* the pull request to harbor\/registry waits/,
  );
});

test('reviewHint() advises on the cause that all places have', () => {
  const hint = reviewHint([place('long-code'), place('long-code')], { via: 'api' });
  expect(hint).toMatch(/^Move data out of the code, .*\. Or let a person/);
});

test('reviewHint() has a line for each of several causes, the most frequent first', () => {
  const places = [place('made-code'), place('lost-value'), place('lost-value')];
  expect(reviewHint(places, { via: 'api' }).split('\n')).toEqual([
    expect.stringMatching(/^2 places: Call the API where it is imported/),
    expect.stringMatching(/^1 place: Write the code that is made of a text/),
    expect.stringMatching(/^Or let a person/),
  ]);
});

test('reviewHint() passes over places that need only what is declared, and causes that it has no text for', () => {
  const declared = { ...place('long-code'), severity: 'info' } as const;
  const newer = { ...place(), cause: 'constructor' };
  expect(reviewHint([declared, newer], { via: 'api' })).toMatch(/^Write the code so/);
});
