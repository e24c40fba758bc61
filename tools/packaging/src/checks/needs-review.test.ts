import { expect, test } from 'vitest';
import { problem } from '@orchestra/core';
import { needsReview } from './needs-review.ts';

const found = { path: 'dist/main.js:1:1', message: 'eval: it runs code that is made of a text' };

test('needsReview() of code that may need what is not declared is true', () => {
  const other = problem('icon-missing', { path: 'package.json', message: 'No icon' });
  expect(needsReview([other, problem('permission-unresolved', found)])).toBe(true);
});

test('needsReview() of nothing, of other warnings, and where all of it is declared is false', () => {
  const declared = problem('permission-unresolved', { ...found, severity: 'info' });
  expect(needsReview([])).toBe(false);
  expect(needsReview([problem('api-unsupported', found), declared])).toBe(false);
});
