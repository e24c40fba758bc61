import { expect, test } from 'vitest';
import { docUrl, entryPath, packageKey, packageUrl } from './locate.ts';

test.each([
  ['a', '1/a.json'],
  ['ab', '2/ab.json'],
  ['abc', '3/a/abc.json'],
  ['abcd', 'ab/cd/abcd.json'],
  ['git-lens', 'gi/t-/git-lens.json'],
])('entryPath() puts %s at %s', (name, path) => {
  expect(entryPath(name)).toBe(path);
});

test('packageUrl() and packageKey() name the same file', () => {
  const config = { packages: 'https://cdn.example/packages' };
  const url = packageUrl(config, { name: 'git-lens', version: '1.0.0' });
  expect(url).toBe('https://cdn.example/packages/git-lens/git-lens-1.0.0.tar.gz');
  expect(url.endsWith(packageKey('git-lens', '1.0.0'))).toBe(true);
});

test('docUrl() encodes what a path may hold', () => {
  const url = docUrl(
    { docs: 'https://cdn.example/docs' },
    { name: 'a', version: '1.0.0', path: 'files/assets/my shot #1?.png' },
  );
  expect(url).toBe('https://cdn.example/docs/a/1.0.0/files/assets/my%20shot%20%231%3F.png');
});
