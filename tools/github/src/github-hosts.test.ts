import { expect, test } from 'vitest';
import { readGitHubHosts } from './github-hosts.ts';

test('readGitHubHosts() is github.com, an Enterprise server, or what is named', () => {
  expect(readGitHubHosts({})).toEqual({
    web: 'https://github.com',
    api: 'https://api.github.com',
  });
  expect(readGitHubHosts({ ORCHESTRA_GITHUB_URL: 'https://git.example.org/' })).toEqual({
    web: 'https://git.example.org',
    api: 'https://git.example.org/api/v3',
  });
  expect(
    readGitHubHosts({
      ORCHESTRA_GITHUB_URL: 'http://127.0.0.1:4000',
      ORCHESTRA_GITHUB_API_URL: 'http://127.0.0.1:4000/api',
    }),
  ).toEqual({ web: 'http://127.0.0.1:4000', api: 'http://127.0.0.1:4000/api' });
});

test.each([
  'http://git.example.org',
  'git.example.org',
  'https://me:key@git.example.org',
  'file:///',
])('readGitHubHosts() sends no token to %s', (written) => {
  expect(() => readGitHubHosts({ ORCHESTRA_GITHUB_API_URL: written })).toThrow(
    /no address that a token may go to/,
  );
});
