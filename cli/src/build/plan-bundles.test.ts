import { parseManifest } from '@orchestra/core';
import { expect, test } from 'vitest';
import { planBundles } from './plan-bundles.ts';

function planOf(
  fields: object,
  files: { paths?: string[]; links?: string[] } = {},
): ReturnType<typeof planBundles> {
  const { manifest } = parseManifest(JSON.stringify({ name: 'tide', ...fields }));
  if (manifest === null) throw new Error('not a manifest');
  return planBundles(manifest, { paths: files.paths ?? [], links: files.links ?? [] });
}

const vscode = { engines: { vscode: '^1.90.0' } };
const show = { name: 'show', title: 'Show', mode: 'view' };

test.each<[string, object, string[], string[]]>([
  [
    'TypeScript',
    { main: 'src/main.ts' },
    ['src/main.ts'],
    ['src/main.ts → dist/main.js esm browser'],
  ],
  [
    'JavaScript below src',
    { main: './src/a/b.js' },
    ['src/a/b.js'],
    ['src/a/b.js → dist/b.js esm browser'],
  ],
  [
    'TypeScript anywhere',
    { main: 'main.mts' },
    ['main.mts'],
    ['main.mts → dist/main.js esm browser'],
  ],
  [
    'a CommonJS source',
    { main: 'main.cts' },
    ['main.cts'],
    ['main.cts → dist/main.js cjs browser'],
  ],
  ['type commonjs', { main: 'a.ts', type: 'commonjs' }, ['a.ts'], ['a.ts → dist/a.js cjs browser']],
  ['a bundle', { main: 'dist/main.js' }, ['dist/main.js', 'src/main.ts'], []],
  ['declarations alone', { main: 'main.d.ts' }, ['main.d.ts'], []],
  ['VS Code', { ...vscode, main: './src/x' }, ['src/x.js'], ['src/x.js → dist/x.js cjs node']],
  [
    'VS Code for desktop and web',
    { ...vscode, main: 'src/x.ts', browser: 'src/x.ts' },
    ['src/x.ts'],
    ['src/x.ts → dist/x.js cjs node', 'src/x.ts → dist/x.web.js cjs browser'],
  ],
  [
    'commands of Raycast that have a source',
    { commands: [show, { ...show, name: 'hide' }] },
    ['src/show.tsx', 'dist/hide.js'],
    ['src/show.tsx → dist/show.js cjs node'],
  ],
  [
    'a command named twice',
    { commands: [show, show] },
    ['src/show.ts'],
    ['src/show.ts → dist/show.js cjs node'],
  ],
])('planBuild() plans the bundles of %s', (_what, fields, paths, expected) => {
  const { bundles, problems } = planOf(fields, { paths });
  expect(
    bundles.map(({ entry, output, format, platform }) =>
      [entry, '→', output, format, platform].join(' '),
    ),
  ).toEqual(expected);
  expect(problems).toEqual([]);
});

test.each<[string, string, string]>([
  ['is missing', 'src/main.ts', 'file-missing'],
  ['is a link', 'src/link.ts', 'file-missing'],
  ['is reached through a link', 'src/linked/main.ts', 'file-missing'],
  ['leaves the folder', '../main.ts', 'path-outside'],
  ['leaves the folder on a detour', 'src/../../main.ts', 'path-outside'],
  ['is absolute', '/etc/main.ts', 'path-outside'],
  ['is absolute on Windows', 'C:/main.ts', 'path-outside'],
])('planBuild() refuses an entry that %s', (_what, main, code) => {
  const { bundles, problems } = planOf({ main }, { links: ['src/link.ts', 'src/linked'] });
  expect(bundles).toEqual([]);
  expect(problems).toMatchObject([{ code, path: 'package.json#/main' }]);
});
