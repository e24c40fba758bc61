import { expect, test } from 'vitest';
import { parseManifest } from '@orchestra/core';
import { choosePaths } from './choose-paths.ts';
import { packingRules } from './packing-rules.ts';

const paths = [
  '.env',
  '.gitignore',
  '.orchestraignore',
  'CHANGELOG.md',
  'LICENSE',
  'Makefile',
  'README.md',
  'assets/icon.png',
  'dist/.DS_Store',
  'dist/chunk.js',
  'dist/main.js',
  'dist/main.js.map',
  'docs/guide.md',
  'docs/shot.png',
  'keys/server.pem',
  'media/panel.css',
  'media/panel.html',
  'old.vsix',
  'out/lib/deep.js',
  'out/main.js',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
  'src/main.ts',
  'terms.txt',
  'tide-1.0.0.tar.gz',
];

const always = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
];
const standard = ['assets/icon.png', 'dist/chunk.js', 'dist/main.js', 'dist/main.js.map'];

test.each([
  ['the standard folders and the documents', {}, [...always, ...standard]],
  [
    'the whole folder of compiled code',
    { main: './out/main' },
    [...always, ...standard, 'out/lib/deep.js', 'out/main.js'],
  ],
  [
    'no sources, whose folder main lies in',
    { main: 'src/main.ts' },
    [...always, ...standard, 'src/main.ts'],
  ],
  [
    'folders and files that contributes points at',
    { contributes: { a: './media/', b: ['./docs/guide.md'] } },
    [...always, ...standard, 'docs/guide.md', 'media/panel.css', 'media/panel.html'],
  ],
  [
    'the licence that the manifest names',
    { license: 'SEE LICENSE IN terms.txt' },
    [...always, ...standard, 'terms.txt'],
  ],
  [
    'the icon, wherever it is',
    { icon: './docs/shot.png' },
    [...always, ...standard, 'docs/shot.png'],
  ],
  ['files alone, where it is declared', { files: ['media/*.css'] }, [...always, 'media/panel.css']],
  [
    'what files points at without it',
    { files: [], main: 'dist/main.js', icon: 'docs/shot.png' },
    [...always, 'dist/main.js', 'docs/shot.png'],
  ],
  [
    'whole folders that files names',
    { files: ['./media/', 'dist'] },
    [
      ...always,
      'dist/chunk.js',
      'dist/main.js',
      'dist/main.js.map',
      'media/panel.css',
      'media/panel.html',
    ],
  ],
  [
    'not what files takes back',
    { files: ['dist', '!**/*.map', '!dist/chunk.js'] },
    [...always, 'dist/main.js'],
  ],
  [
    'everything, where files says so',
    { files: ['.'] },
    paths.filter(
      (path) => !/^\.env|\.pem$|\.vsix$|DS_Store$|\.orchestraignore|\.tar\.gz$/.test(path),
    ),
  ],
])('choosePaths() takes %s', (_what, fields, expected) => {
  expect(choose({ fields }).chosen.toSorted()).toEqual(expected.toSorted());
});

test('choosePaths() takes what other files point at', () => {
  expect(choose({ shown: ['docs/shot.png', 'docs/none.png'] }).chosen).toContain('docs/shot.png');
});

test('choosePaths() leaves out what .orchestraignore names, but never the manifest', () => {
  const { chosen, leftOut } = choose({ ignoreRules: '*.map\n*.json\n!package.nls.json\n# note\n' });
  expect(chosen).not.toContain('dist/main.js.map');
  expect(chosen).toEqual(expect.arrayContaining(['package.json', 'package.nls.json']));
  expect(leftOut).toEqual(
    expect.arrayContaining([
      { path: 'dist/main.js.map', reason: 'ignored' },
      { path: 'package.nls.de.json', reason: 'ignored' },
    ]),
  );
});

test('choosePaths() never takes secrets, even where files asks for them', () => {
  const { chosen, leftOut } = choose({ fields: { files: ['.env', 'keys'] } });
  expect(chosen).toEqual(always);
  expect(leftOut.filter(({ reason }) => reason !== 'not-listed')).toEqual([
    { path: '.env', reason: 'secret' },
    { path: 'keys/server.pem', reason: 'secret' },
  ]);
});

test('choosePaths() tells what nothing asks for, without litter and earlier packages', () => {
  const { leftOut } = choose({ fields: { files: ['dist', 'docs', 'media', 'out'] } });
  const told = leftOut.filter(({ reason }) => reason === 'not-listed').map(({ path }) => path);
  expect(told).toEqual(['.gitignore', 'Makefile', 'assets/icon.png', 'src/main.ts', 'terms.txt']);
});

test('choosePaths() takes of an extension of VS Code what .vscodeignore leaves', () => {
  const fields = { engines: { vscode: '^1.75.0' }, main: './out/main' };
  const vscodeIgnore = '.gitignore\nout/lib\n**/*.ts\n*.txt\nMakefile\ndist';
  const taken = choose({ fields, vscodeIgnore }).chosen.filter((path) => !always.includes(path));
  expect(taken).toEqual([
    'assets/icon.png',
    'docs/guide.md',
    'docs/shot.png',
    'media/panel.css',
    'media/panel.html',
    'out/main.js',
  ]);
  const listed = choose({ fields: { ...fields, files: ['media'] }, vscodeIgnore }).chosen;
  expect(listed).toEqual(expect.not.arrayContaining(['docs/guide.md']));
  expect(choose({ fields: { main: 'dist/main.js' }, vscodeIgnore }).chosen).toContain(
    'dist/chunk.js',
  );
});

test('choosePaths() takes all of an extension of VS Code without rules, unless its sources are bundled', () => {
  const fields = { engines: { vscode: '^1.75.0' }, main: 'dist/main.js' };
  const { chosen, leftOut } = choose({ fields });
  expect(chosen).toEqual(expect.arrayContaining([...always, 'Makefile', 'src/main.ts']));
  expect(leftOut.map(({ reason }) => reason)).toEqual(['secret', 'secret']);
  expect(choose({ fields, isBundled: true }).chosen.toSorted()).toEqual(
    [...always, ...standard].toSorted(),
  );
});

test('choosePaths() takes what it can where the manifest can not be read', () => {
  const rules = packingRules({ manifest: null, paths, vscodeIgnore: null, isBundled: false });
  const { chosen } = choosePaths({ paths, manifest: null, ignoreRules: '', rules, shown: [] });
  expect(chosen).toEqual(expect.arrayContaining([...always, ...standard]));
});

function choose(of: {
  fields?: object;
  ignoreRules?: string;
  vscodeIgnore?: string;
  isBundled?: boolean;
  shown?: string[];
}) {
  const { manifest } = parseManifest(JSON.stringify({ name: 'tide', ...of.fields }));
  const { vscodeIgnore = null, isBundled = false } = of;
  return choosePaths({
    paths,
    manifest,
    ignoreRules: of.ignoreRules ?? '',
    rules: packingRules({ manifest, paths, vscodeIgnore, isBundled }),
    shown: of.shown ?? [],
  });
}
