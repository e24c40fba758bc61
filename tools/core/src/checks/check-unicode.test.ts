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

test('checkUnicode() leaves binary files and files of other types alone', () => {
  const hidden = Buffer.from('\u202E');
  const files = { 'dist/main.js': Buffer.concat([Buffer.alloc(1), hidden]), 'data.bin': hidden };
  expect(checkUnicode(goodPackage({ files }))).toEqual([]);
});
