import { expect, test } from 'vitest';
import { resolvePath } from './resolve-path.ts';

test.each([
  ['', './a.js', 'a.js'],
  ['dist/lib', '../a.js', 'dist/a.js'],
  ['dist', 'sub//./b', 'dist/sub/b'],
  ['dist', '..', ''],
  ['dist', '../../a.js', null],
])('resolvePath() from %j of %j is %j', (folder, path, resolved) => {
  expect(resolvePath(folder, path)).toBe(resolved);
});
