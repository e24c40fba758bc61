import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { rm, symlink } from 'node:fs/promises';
import { defaultLimits, parseManifest } from '@orchestra/core';
import { expect, test } from 'vitest';
import { selectFiles } from './select-files.ts';

const fields = {
  name: 'tide',
  main: 'main.js',
  engines: { vscode: '^1.75.0' },
  dependencies: { tide: '1', '@sea/moon': '1', absent: '1' },
  devDependencies: { tool: '1' },
};

const installed = {
  'package.json': '{}',
  'main.js': 'code',
  'package-lock.json': '{}',
  'node_modules/.package-lock.json': '{}',
  'node_modules/.bin/tide': 'code',
  'node_modules/tide/package.json': { dependencies: { gull: '1' }, devDependencies: { tool: '1' } },
  'node_modules/tide/dist/tide.js': 'code',
  'node_modules/tide/node_modules/gull/package.json': { peerDependencies: { crab: '1' } },
  'node_modules/tide/lib/node_modules/own.js': 'code',
  'node_modules/gull/package.json': '{}',
  'node_modules/crab/package.json': { optionalDependencies: { tide: '1' } },
  'node_modules/@sea/moon/package.json': '{}',
  'node_modules/tool/package.json': '{}',
  'server/node_modules/wave/package.json': '{}',
};

test.each([
  [
    'of the dependencies that are needed, each where it is found',
    '',
    [
      '@sea/moon/package.json',
      'crab/package.json',
      'tide/dist/tide.js',
      'tide/lib/node_modules/own.js',
      'tide/node_modules/gull/package.json',
      'tide/package.json',
    ],
    ['server/node_modules/wave/package.json'],
  ],
  ['nothing where .vscodeignore says so', '**/node_modules/**', [], []],
  [
    'what .vscodeignore takes back',
    '**/node_modules/**\n!node_modules/tide/dist\n!node_modules/@sea/**/*.json',
    ['@sea/moon/package.json', 'tide/dist/tide.js'],
    [],
  ],
  ['nothing back of what is not needed', '**/node_modules\n!node_modules/tool/**', [], []],
])('selectFiles() takes %s', async (_what, ignored, expected, others) => {
  await using folder = await makeFolder({ ...installed, '.vscodeignore': ignored });
  const { modules, files } = await select(folder, fields);
  expect(modules).toEqual(expected);
  expect([...files.keys()].filter((path) => path.startsWith('server/'))).toEqual(others);
});

test.each([
  ['a script of its own says so', { scripts: { package: 'vsce package --no-dependencies' } }],
  ['its manifest says so', { vsce: { dependencies: false } }],
  ['it is of another kind', { engines: {} }],
])('selectFiles() takes no dependencies of an extension where %s', async (_what, more) => {
  await using folder = await makeFolder({ ...installed, '.vscodeignore': '' });
  const { modules, leftOut } = await select(folder, { ...fields, ...more });
  expect(modules).toEqual([]);
  expect(leftOut).toContainEqual({ path: 'node_modules', reason: 'node-modules' });
});

test('selectFiles() takes of bundled code no dependency but what is taken back', async () => {
  await using folder = await makeFolder({
    ...installed,
    '.vscodeignore': '!node_modules/tide/dist',
  });
  const { modules } = await select(folder, fields, { isBundled: true });
  expect(modules).toEqual(['tide/dist/tide.js']);
});

test('selectFiles() takes of node_modules what the files of the manifest name', async () => {
  await using folder = await makeFolder(installed);
  const files = ['main.js', 'node_modules/tide/dist'];
  expect((await select(folder, { ...fields, files })).modules).toEqual(['tide/dist/tide.js']);
  expect((await select(folder, { ...fields, files: ['main.js'] })).modules).toEqual([]);
});

test('selectFiles() takes all that an unpacked extension has in node_modules', async () => {
  await using folder = await makeFolder({
    'package.json': '{}',
    'main.js': 'code',
    'node_modules/tide/dist/tide.css': 'style',
  });
  expect((await select(folder, fields)).modules).toEqual(['tide/dist/tide.css']);
});

test('selectFiles() follows no dependency that is a link, and tells of those outside of a store', async () => {
  await using folder = await makeFolder({
    ...installed,
    '.vscodeignore': 'linked\nserver',
    'linked/package.json': '{}',
    'node_modules/.pnpm/moon/package.json': '{}',
  });
  await rm(folder.join('node_modules/@sea/moon'), { recursive: true });
  await symlink(folder.join('node_modules/.pnpm/moon'), folder.join('node_modules/@sea/moon'));
  await rm(folder.join('node_modules/crab'), { recursive: true });
  await symlink(folder.join('linked'), folder.join('node_modules/crab'));
  const { modules, leftOut } = await select(folder, fields);
  expect(modules.filter((path) => /^(?:crab|@sea|\.pnpm)/.test(path))).toEqual([]);
  expect(leftOut.filter(({ reason }) => reason === 'link')).toEqual([
    { path: 'node_modules/crab', reason: 'link' },
  ]);
});

test('selectFiles() enters no node_modules of which nothing goes in', async () => {
  await using folder = await makeFolder({
    ...installed,
    '.vscodeignore': '**/node_modules/**\n!node_modules/tide/*.js',
  });
  const { leftOut } = await select(folder, fields);
  expect(leftOut.filter(({ path }) => path.includes('node_modules'))).toEqual([
    { path: 'server/node_modules', reason: 'node-modules' },
    { path: 'node_modules/tide/lib/node_modules', reason: 'node-modules' },
    { path: 'node_modules/tide/dist/tide.js', reason: 'not-listed' },
    { path: 'node_modules/tide/package.json', reason: 'not-listed' },
  ]);
});

async function select(folder: TemporaryFolder, raw: object, options: { isBundled?: boolean } = {}) {
  const { manifest } = parseManifest(JSON.stringify(raw));
  const selected = await selectFiles(folder.path, { manifest, limits: defaultLimits, ...options });
  const modules = [...selected.files.keys()]
    .filter((path) => path.startsWith('node_modules/'))
    .map((path) => path.slice('node_modules/'.length));
  return { ...selected, modules };
}
