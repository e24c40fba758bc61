import { expect, test } from 'vitest';
import { findImages, localImage } from './find-images.ts';

test('findImages() finds images of every way to write them, each once', () => {
  const markdown = [
    '![Tide](assets/tide.png "title") ![again](assets/tide.png)',
    '![moon][1] <img alt="x" src="./assets/sun.png" width=10>',
    '<IMG SRC=assets/plain.gif>',
    '[1]: <assets/moon.webp>',
  ].join('\n');
  expect(findImages(markdown).sort()).toEqual([
    './assets/sun.png',
    'assets/moon.webp',
    'assets/plain.gif',
    'assets/tide.png',
  ]);
});

test.each([
  ['./assets/a.png', 'assets/a.png'],
  ['assets/a.png?raw=true#x', 'assets/a.png'],
  ['/assets/a.png', 'assets/a.png'],
  ['assets/my%20shot.png', 'assets/my shot.png'],
  ['assets/100%.png', 'assets/100%.png'],
  ['https://tide.io/a.png', undefined],
  ['//tide.io/a.png', undefined],
  ['data:image/png;base64,x', undefined],
  ['../a.png', undefined],
  ['assets/%2e%2e/%2e%2e/a.png', undefined],
  ['#heading', undefined],
  ['', undefined],
])('localImage() reads %s as %s', (target, path) => {
  expect(localImage(target)).toBe(path);
});

test.each([
  ['opening images', '![['.repeat(300_000)],
  ['opening targets', '![a]('.repeat(200_000)],
  ['img tags', '<img '.repeat(200_000)],
])('findImages() gets through 1 MB of %s', (_what, markdown) => {
  expect(findImages(markdown).length).toBeLessThan(3);
});
