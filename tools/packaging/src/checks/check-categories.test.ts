import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkCategories } from './check-categories.ts';

test('checkCategories() of none says which there are, and which the keywords mean', () => {
  const manifest = { categories: [], keywords: ['sqlite'] };
  const [found, ...others] = checkCategories(goodPackage({ manifest }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'category-missing', severity: 'info' });
  expect(found?.hint).toMatch(
    /: languages, .*, collaboration\. By .*: "categories": \["data"\]\.$/,
  );
});

test('checkCategories() of those without a counterpart alone tells of them once', () => {
  const manifest = { categories: ['Other', 'Fun'], contributes: {} };
  const found = checkCategories(goodPackage({ kind: 'vscode', manifest }));
  expect(found.map(({ message }) => message)).toEqual([
    "Expected categories of the registry; found only 'Other', 'Fun'",
  ]);
  expect(found[0]?.hint).toMatch(/collaboration\.$/);
});
