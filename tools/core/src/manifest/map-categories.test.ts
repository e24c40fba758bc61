import { expect, test } from 'vitest';
import { categories } from '../schema/names.ts';
import { mapCategory } from './map-categories.ts';

test.each(categories)('mapCategory() takes our own %s as it is', (category) => {
  expect(mapCategory(` ${category.toUpperCase()} `)).toBe(category);
});

test.each([
  ['Programming Languages', 'languages'],
  ['SCM Providers', 'git'],
  ['Machine Learning', 'ai'],
  ['Developer Tools', 'productivity'],
  ['Design Tools', 'visualization'],
  ['Other', null],
  ['Fun', null],
  ['Gardening', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('mapCategory() maps %o to %o', (written, mapped) => {
  expect(mapCategory(written)).toBe(mapped);
});
