import { expect, test } from 'vitest';
import { manifestUrl, repositoryUrl } from './repository-url.ts';

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
