import { expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

test.each([
  ['', '', 0],
  ['tide', 'tide', 0],
  ['tide', 'tied', 2],
  ['tide', 'ride', 1],
  ['tide', 'tides', 1],
  ['', 'tide', 4],
])('editDistance() of %o and %o is %i', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
  expect(editDistance(right, left)).toBe(distance);
});

test('editDistance() counts words over 100 letters as far apart', () => {
  expect(editDistance('x'.repeat(101), 'x'.repeat(101))).toBe(101);
});

test('nearest() proposes the nearest word, and nothing where none is near', () => {
  expect(nearest('Filesystem.Raed', ['git', 'filesystem.read'])).toBe('filesystem.read');
  expect(nearest('weather', ['git', 'filesystem.read'])).toBeUndefined();
});

test('nearest() takes the nearer of two, and the first of two that are as near', () => {
  expect(nearest('themse', ['theme', 'themes', 'thema'])).toBe('theme');
  expect(nearest('terminal', ['terminals', 'terminal'])).toBe('terminal');
});

test('nearest() finds a short word within two letters and a long one within a third of it', () => {
  expect(nearest('gi', ['git'])).toBe('git');
  expect(nearest('g', ['git'])).toBe('git');
  expect(nearest('', ['git'])).toBeUndefined();
  expect(nearest('filesystem', ['filesystem.read'])).toBe('filesystem.read');
  expect(nearest('filesyste', ['filesystem.read'])).toBeUndefined();
});
