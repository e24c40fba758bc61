import { expect, test } from 'vitest';
import { wordFilesFor, wordRowsPath } from './search-files.ts';

test.each([
  [['git'], ['git']],
  [['gitlens', 'github'], ['git']],
  [['gi'], ['gi']],
  [['g', 'zebra'], []],
  [['日本'], ['日']],
])('wordFilesFor() of %j gives the longest beginnings: %j', (words, expected) => {
  expect(wordFilesFor({ words: ['gi', 'git', 'ha', '日'] }, words)).toEqual(expected);
});

test.each([
  ['con', '/search/words-con.json'],
  ['größe', '/search/words-gr-f6-dfe.json'],
  ['../x', '/search/words--2e-2e-2fx.json'],
  ['日本', '/search/words--65e5-672c.json'],
  ['𝒳', '/search/words--1d4b3.json'],
])('wordRowsPath() of %j is a name for every file system', (beginning, path) => {
  expect(wordRowsPath(beginning)).toBe(path);
});
