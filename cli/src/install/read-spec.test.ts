import { expect, test } from 'vitest';
import { readSpec } from './read-spec.ts';

test.each([
  ['git-lens', { kind: 'name', name: 'git-lens' }],
  ['git-lens@^1.2', { kind: 'name', name: 'git-lens', range: '^1.2' }],
  ['git-lens@1.2.3', { kind: 'name', name: 'git-lens', range: '1.2.3' }],
  ['git-lens@latest', { kind: 'name', name: 'git-lens' }],
  ['git-lens@', { kind: 'name', name: 'git-lens' }],
  ['@scope/name', { kind: 'name', name: '@scope/name' }],
  ['git-lens-1.0.0.tar.gz', { kind: 'file', file: 'git-lens-1.0.0.tar.gz' }],
  ['../out/git-lens.tgz', { kind: 'file', file: '../out/git-lens.tgz' }],
  ['./git-lens', { kind: 'file', file: './git-lens' }],
  ['/tmp/git-lens', { kind: 'file', file: '/tmp/git-lens' }],
])('readSpec() reads %s', (text, expected) => {
  expect(readSpec(text)).toEqual(expected);
});
