import { expect, test } from 'vitest';
import { parseManifest } from '@orchestra/core';
import { moveTargets, repositoryTarget } from './repository-targets.ts';

test.each([
  ['images/a.png', 'images/a.png'],
  ['./images/a%20b.png?raw=true#top', 'images/a b.png'],
  ['/images/a.png', 'images/a.png'],
])('repositoryTarget() reads %s', (target, path) => {
  expect(repositoryTarget(target, '.')).toBe(path);
});

test.each([
  'https://tide.io/a.png',
  '//tide.io/a.png',
  '#top',
  '../../../a.png',
  '..\\a.png',
  '..%2f..%2f..%2fa',
])('repositoryTarget() finds no file of the repository in %s', (target) => {
  expect(repositoryTarget(target, 'packages/tide')).toBeNull();
});

const readme = [
  '[![Shot](images/a.png)](images/a.png) and [guide](docs/guide.md#use), [web](https://tide.io)',
  '[![Build](https://tide.io/b.svg)](docs/build.md)',
  '<img src="images/a.png"> <a href="/LICENSE">licence</a>',
  '[shot]: images/a.png',
  '```md',
  '![Shot](images/a.png)',
  '```',
].join('\n');

const by = {
  from: '.',
  to: 'packages/tide',
  images: new Map([['images/a.png', 'repository/images/a.png']]),
};

test('moveTargets() names packed images in the package, and other files from the folder', () => {
  const text = '{"name":"tide","repository":{"url":"github:a/b","directory":"packages/tide"}}';
  const { manifest } = parseManifest(text);
  expect(moveTargets(readme, { ...by, manifest }).split('\n')).toEqual([
    '[![Shot](repository/images/a.png)](../../images/a.png) and [guide](../../docs/guide.md#use), [web](https://tide.io)',
    '[![Build](https://tide.io/b.svg)](../../docs/build.md)',
    '<img src="repository/images/a.png"> <a href="/LICENSE">licence</a>',
    '[shot]: repository/images/a.png',
    '```md',
    '![Shot](images/a.png)',
    '```',
  ]);
});

test('moveTargets() leaves links alone where the manifest does not name the folder', () => {
  expect(moveTargets(readme, { ...by, manifest: null })).toContain('[guide](docs/guide.md#use)');
});
