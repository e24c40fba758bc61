import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkReadme } from './check-readme.ts';

const commands = [{ command: 'tide.show', title: 'Show Tides' }];

test.each([
  ['a table that is right', '| `filesystem.read` | to read |\n'],
  ['a table of other things', '| `setting` | what for |\n'],
  ['a command that is there', 'Run **Show Tides**, or run **Tide: Show Tides**.\n'],
  ['no such text', '# Tide\n'],
])('checkReadme() takes %s', (_what, text) => {
  const spoiled = { manifest: { contributes: { commands } }, files: { 'README.md': text } };
  expect(checkReadme(goodPackage(spoiled))).toEqual([]);
});
