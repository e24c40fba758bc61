import { expect, test } from 'vitest';
import { nameFew } from './name-few.ts';

test('as many as asked for are named, and the others counted', () => {
  expect(nameFew([], 2)).toBe('');
  expect(nameFew(['a', 'b'], 2)).toBe('a, b');
  expect(nameFew(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

test('each is named and counted once', () => {
  expect(nameFew(['a', 'a', 'b', 'b'], 2)).toBe('a, b');
  expect(nameFew(['a', 'b', 'a', 'c'], 2)).toBe('a, b and 1 more');
});
