import { expect, test } from 'vitest';
import { matchVscodeignore } from './match-vscodeignore.ts';

const paths = [
  '.github/workflows/ci.yml',
  '.vscode/launch.json',
  '.vscodeignore',
  'client/src/extension.ts',
  'media/icon.svg',
  'out/main.js',
  'out/main.js.map',
  'out/test/main.test.js',
  'package-lock.json',
  'package.json',
];

test.each([
  [
    'everything but litter',
    '',
    ['.vscode/launch.json', 'client/src/extension.ts', 'media/icon.svg'],
  ],
  ['no folder that is named', '.vscode\nclient/\n/media\n./out', []],
  ['nothing that a pattern names', '.vscode/**\n**/*.ts\r\n# media/**\n', ['media/icon.svg']],
  ['what is taken back', '!media/*.svg\n**\n\n', ['media/icon.svg']],
])('matchVscodeignore() lets %s in', (_what, text, expected) => {
  const isWanted = matchVscodeignore(`${text}\nout/**\npackage.json`);
  expect(paths.filter(isWanted)).toEqual(expected);
});
