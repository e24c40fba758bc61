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
    'everything but what the packer leaves out by itself',
    '',
    [
      '.github/workflows/ci.yml',
      '.vscode/launch.json',
      'client/src/extension.ts',
      'media/icon.svg',
    ],
  ],
  ['no folder that is named', '.github\n.vscode\nclient/\nmedia', []],
  [
    'nothing that a pattern names',
    '.github/**\n.vscode/**\n**/*.ts\r\n# media/**\n',
    ['media/icon.svg'],
  ],
  ['what is taken back', '!media/*.svg\n**\n\n', ['media/icon.svg']],
  [
    'what is written with a dot or a slash before it, as paths have none',
    '.github\n.vscode\n**/*.ts\n./media\n/media',
    ['media/icon.svg'],
  ],
])('matchVscodeignore() lets %s in', (_what, text, expected) => {
  const { takes } = matchVscodeignore(`${text}\nout/**`);
  expect(paths.filter(takes)).toEqual([...expected, 'package.json']);
});

test('matchVscodeignore() takes the manifest and the README, whatever a line says', () => {
  const { takes } = matchVscodeignore('**/*');
  expect(['package.json', 'README.md', 'docs/README.md'].map(takes)).toEqual([true, true, false]);
});

test.each([
  ['node_modules/**', 'node_modules', false],
  ['node_modules', 'node_modules/tide/node_modules', false],
  ['**/node_modules/**', 'server/node_modules', false],
  ['**', 'node_modules', false],
  ['**/*', 'node_modules', false],
  ['server/**/*', 'server/node_modules', false],
  ['', 'node_modules', true],
  ['**/*.ts', 'node_modules', true],
  ['node_modules/*', 'node_modules', true],
  ['node_modules/!(tide)/**', 'node_modules', true],
  ['node_modules/!(tide)/**', 'node_modules/moon', false],
  ['node_modules/!(tide)/**', 'node_modules/tide', true],
  ['node_modules/**\n!node_modules/tide/dist', 'node_modules', true],
  ['node_modules/**\n!node_modules/tide/dist', 'node_modules/tide', true],
  ['node_modules/**\n!node_modules/tide/dist', 'node_modules/moon', false],
  ['node_modules/**\n!dist/**', 'node_modules', false],
  ['node_modules/**\n!**/*.wasm', 'node_modules', true],
  ['**\n!{dist,node_modules}/**', 'node_modules', true],
  ['**\n!!dist', 'node_modules', true],
])('matchVscodeignore() of %j may take something below %s: %s', (text, folder, expected) => {
  expect(matchVscodeignore(text).mayTakeBelow(folder)).toBe(expected);
});

test('matchVscodeignore() tells what is taken back from what is not left out', () => {
  const { takesBack, mayTakeBackBelow } = matchVscodeignore('!node_modules/tide/*.css');
  expect(takesBack('node_modules/tide/moon.css')).toBe(true);
  expect(takesBack('node_modules/tide/moon.js')).toBe(false);
  expect(mayTakeBackBelow('node_modules/tide')).toBe(true);
  expect(mayTakeBackBelow('node_modules/moon')).toBe(false);
});
