import { expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

test.each([
  ['gitlens', 'git-lens', 'same'],
  ['git-lens', 'g-i-t-lens', 'same'],
  ['t0do-list', 'todo-list', 'same'],
  ['too1-box', 'tool-box', 'same'],
  ['mail-box', 'mall-box', 'near'],
  ['modern', 'modem', 'near'],
  ['g1t-lens', 'git-lens', 'near'],
  ['git-lense', 'git-lens', 'near'],
  ['tide-tables', 'tide-table', 'near'],
  ['git-lens', 'git-lens', 'neither'],
  ['abcde', 'abcdf', 'neither'],
  ['git-lens', 'git-lens-colours', 'neither'],
  ['harbour', 'lantern', 'neither'],
])('nearNames() of %s, where %s exists, finds it: %s', (name, other, kind) => {
  const found = nearNames(name, ['unrelated-name', other]);
  expect(found).toEqual({
    same: kind === 'same' ? [other] : [],
    near: kind === 'near' ? [other] : [],
  });
});
