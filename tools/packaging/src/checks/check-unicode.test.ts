import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkUnicode } from './check-unicode.ts';

test.each([
  ['a family emoji', '👩‍👩‍👧'],
  ['an emoji with a skin tone', '👩🏽‍💻'],
  ['a heart with a variation selector', '❤️‍🔥'],
  ['a Persian word with a non-joiner', 'می‌خواهم'],
  ['a Hindi word with a joiner', 'क्‍ष'],
  ['a byte order mark at the start', '\uFEFF# Title'],
])('checkUnicode() lets %s pass', (_what, text) => {
  expect(checkUnicode(goodPackage({ files: { 'README.md': text } }))).toEqual([]);
});

test.each([
  ['a zero-width space', 'pass\u200Bword'],
  ['a joiner between spaces', 'a \u200D b'],
  ['a byte order mark in the middle', 'a\uFEFFb'],
  ['a payload in variation selectors', 'a\uFE01\uFE02\uFE03'],
  ['a payload in supplementary selectors', 'a\u{E0101}\u{E0102}'],
])('checkUnicode() finds %s', (_what, text) => {
  const [found] = checkUnicode(goodPackage({ files: { 'dist/main.js': text } }));
  expect(found?.code).toBe('unicode-invisible');
});

test('checkUnicode() tells all that is invisible in a file at once, and what reorders text for itself', () => {
  const text = `${'\u200B\u200D\n'.repeat(50)}"\u202E"`;
  const found = checkUnicode(goodPackage({ files: { 'dist/main.js': text } }));
  expect(found.map(({ path, message }) => [path, message])).toEqual([
    ['dist/main.js:51:2', 'Found U+202E, which reorders the text around it'],
    [
      'dist/main.js:1:1',
      "Found 100 characters that can't be seen, among them U+200B, U+200D; this is the first",
    ],
  ]);
});

test('checkUnicode() leaves binary files and files of other types alone, but never code', () => {
  const hidden = Buffer.from('\u202E');
  const binary = Buffer.concat([Buffer.alloc(1), hidden]);
  const files = { 'notes.txt': binary, 'data.bin': hidden };
  expect(checkUnicode(goodPackage({ files }))).toEqual([]);
  expect(checkUnicode(goodPackage({ files: { 'dist/main.js': binary } }))).toHaveLength(1);
});
