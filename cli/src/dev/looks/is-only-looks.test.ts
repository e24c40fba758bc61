import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { isOnlyLooks } from './is-only-looks.ts';

const themes = [{ label: 'Tide', path: './tide.json' }];

test.each([
  ['a theme without code', { contributes: { themes } }, undefined, true],
  ['nothing', { contributes: {} }, undefined, false],
  ['a theme beside code', { main: './a.js', contributes: { themes } }, undefined, false],
  ['a theme beside code, to be shown', { main: './a.js', contributes: { themes } }, ['show'], true],
  ['another command', { main: './a.js', contributes: { themes } }, ['tide.show'], false],
  [
    'a command of its own called show',
    { main: './a.js', contributes: { themes, commands: [{ command: 'show', title: 'Show' }] } },
    ['show'],
    false,
  ],
])('isOnlyLooks() of %s', async (_what, fields, run, expected) => {
  const manifest = { name: 'tide', version: '1.0.0', engines: { vscode: '^1.90.0' }, ...fields };
  await using folder = await makeFolder({ 'package.json': JSON.stringify(manifest), 'a.js': '' });
  expect(await isOnlyLooks(folder.path, run)).toBe(expected);
});
