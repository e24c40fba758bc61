import { expect, test } from 'vitest';
import { manifestUrl, repositoryFolderUrl, repositoryUrl } from './repository-url.ts';

const github = 'https://github.com/tidewater/tide';

test.each([
  ['tidewater/tide', github],
  ['github:tidewater/tide', github],
  ['gitlab:tidewater/tide', 'https://gitlab.com/tidewater/tide'],
  ['bitbucket:tidewater/tide', 'https://bitbucket.org/tidewater/tide'],
  ['git@github.com:tidewater/tide.git', github],
  ['ssh://git@github.com/tidewater/tide.git', github],
  ['git+ssh://git@github.com/tidewater/tide.git', github],
  ['git://github.com/tidewater/tide.git', github],
  ['git+https://token:x@github.com/tidewater/tide.git', github],
  [' https://github.com/tidewater/tide ', github],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['not a repository', undefined],
  ['', undefined],
])('repositoryUrl() reads %o as %o', (written, url) => {
  expect(repositoryUrl(written)).toBe(url);
});

test.each([
  [' https://tide.io ', 'https://tide.io/'],
  ['javascript:alert(1)', undefined],
  [`https://tide.io/${'x'.repeat(2000)}`, undefined],
])('manifestUrl() reads %o as %o', (written, url) => {
  expect(manifestUrl(written)).toBe(url);
});

test.each<[string, unknown, string]>([
  ['https://github.com/o/r', 'packages/tide', 'https://github.com/o/r/tree/HEAD/packages/tide'],
  ['https://github.com/o/r', './packages/tide/', 'https://github.com/o/r/tree/HEAD/packages/tide'],
  ['https://github.com/o/r', 'a b?#', 'https://github.com/o/r/tree/HEAD/a%20b%3F%23'],
  ['https://github.com/o/r', '../other', 'https://github.com/o/r'],
  ['https://github.com/o/r', '.', 'https://github.com/o/r'],
  ['https://github.com/o/r', 7, 'https://github.com/o/r'],
  ['https://git.example/o/r', 'packages/tide', 'https://git.example/o/r'],
])('repositoryFolderUrl() of %j and %j is %j', (url, directory, expected) => {
  expect(repositoryFolderUrl(url, directory)).toBe(expected);
});
