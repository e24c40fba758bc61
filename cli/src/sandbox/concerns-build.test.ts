import { expect, test } from 'vitest';
import { concernsBuild } from './concerns-build.ts';

test.each([
  ['src/main.ts', false, true],
  ['dist/data.json', false, true], // imported
  ['package.json', false, true],
  ['package.nls.json', false, true],
  ['tsconfig.json', false, true],
  ['README.md', false, false],
  ['src/other.ts', false, false],
  ['src/other.ts', true, true],
  ['src/text.txt', true, true],
  ['dist/main.js', true, false],
  ['src/main.ts~', true, false],
  ['src/.main.ts.swp', true, false],
  ['src/main.ts.tmp', true, false],
])('concernsBuild() of %s, hasFailed %s: %s', (file, hasFailed, expected) => {
  const sources = new Set(['src/main.ts', 'dist/data.json']);
  expect(concernsBuild(new Set([file]), { sources, hasFailed })).toBe(expected);
});
