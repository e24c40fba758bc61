import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkReadme } from './check-readme.ts';

const commands = [{ command: 'tide.show', title: 'Show Tides' }];

test.each([
  ['a table that is right', '| `filesystem.read` | to read |\n'],
  ['a table of other things', '| `setting` | what for |\n'],
  ['a command that is there', 'Run **Show Tides**, or run **Tide: Show Tides**.\n'],
  ['bold words in prose', 'Run **Store** to keep it. Then **Run** it.\n'],
  ['a program to run', 'Run `npm install` first.\n'],
  [
    'a table of commands of something else',
    '| Command | Does |\n|---|---|\n| `npm test` | tests |\n',
  ],
  ['a table that names ids', '| Command | Does |\n| --- | --- |\n| `tide.show` | shows |\n'],
  ['no such text', '# Tide\n'],
])('checkReadme() takes %s', (_what, text) => {
  const spoiled = { manifest: { contributes: { commands } }, files: { 'README.md': text } };
  expect(checkReadme(goodPackage(spoiled))).toEqual([]);
});

test.each([
  ['from the palette', 'Open the palette and run `Hide Tides`.\n', 'Hide Tides'],
  ['over two lines', 'Run **Hide Tides**\nfrom the command palette.\n', 'Hide Tides'],
  [
    'in a table beside one that is there',
    '| Command | Does |\n| :-- | --- |\n| **Show Tides** | a |\n| `tide.hide` | b |\n',
    'tide.hide',
  ],
])('checkReadme() tells of a command that is not there %s', (_where, text, name) => {
  const spoiled = { manifest: { contributes: { commands } }, files: { 'README.md': text } };
  expect(checkReadme(goodPackage(spoiled))).toMatchObject([
    { message: `It tells of the command '${name}'; the manifest has 'Show Tides'` },
  ]);
});
