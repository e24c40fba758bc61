import { makeFolder } from '@orchestra/testkit';
import { symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultLimits, parseManifest } from '@orchestra/core';
import { selectFiles } from './select-files.ts';

const { manifest } = parseManifest('{"name":"tide","main":"dist/main.js"}');
const by = { manifest, limits: defaultLimits };

test('selectFiles() reads what goes into a package, and only that', async () => {
  await using folder = await makeFolder({
    'package.json': '{}',
    'README.md': '![Tide](docs/tide.png)',
    'docs/tide.png': 'png',
    'docs/moon.png': 'png',
    'dist/main.js': 'code',
    'src/main.ts': 'source',
    '.git/config': 'git',
    'dist/.git/config': 'git',
    '.orchestraignore': 'dist/*.map',
    'dist/main.js.map': 'map',
    'node_modules/left-pad/index.js': 'pad',
    'dist/node_modules/deep/index.js': 'pad',
  });
  const { files, leftOut } = await selectFiles(folder.path, by);
  expect([...files.keys()].sort()).toEqual([
    'README.md',
    'dist/main.js',
    'docs/tide.png',
    'package.json',
  ]);
  expect(Buffer.from(files.get('dist/main.js') ?? []).toString()).toBe('code');
  expect(leftOut.toSorted((left, right) => (left.path < right.path ? -1 : 1))).toEqual([
    { path: 'dist/main.js.map', reason: 'ignored' },
    { path: 'dist/node_modules', reason: 'node-modules' },
    { path: 'docs/moon.png', reason: 'not-listed' },
    { path: 'node_modules', reason: 'node-modules' },
    { path: 'src/main.ts', reason: 'not-listed' },
  ]);
});

test('selectFiles() follows no link, neither to a file nor to a folder', async () => {
  await using outside = await makeFolder({ 'secret.txt': 'secret' });
  await using folder = await makeFolder({ 'package.json': '{}', 'dist/main.js': 'code' });
  await symlink(outside.join('secret.txt'), folder.join('dist/file.txt'));
  await symlink(outside.path, folder.join('dist/folder'));
  await symlink(folder.path, folder.join('dist/circle'));
  const { files, leftOut } = await selectFiles(folder.path, by);
  expect([...files.keys()].sort()).toEqual(['dist/main.js', 'package.json']);
  expect(leftOut.map(({ path, reason }) => [path, reason]).sort()).toEqual([
    ['dist/circle', 'link'],
    ['dist/file.txt', 'link'],
    ['dist/folder', 'link'],
  ]);
});

test('selectFiles() reads no more than a package may hold', async () => {
  const big = 'x'.repeat(60);
  await using folder = await makeFolder({
    'package.json': '{}',
    'dist/a.bin': big,
    'dist/b.bin': big,
    'dist/c.bin': `${big}${big}`,
    'dist/main.js': 'code',
  });
  const limits = { ...defaultLimits, unpackedBytes: 99 };
  const { files, leftOut } = await selectFiles(folder.path, { manifest, limits });
  expect([...files.keys()]).toEqual(['dist/a.bin', 'dist/main.js', 'package.json']);
  expect(leftOut).toEqual([
    { path: 'dist/b.bin', reason: 'too-large' },
    { path: 'dist/c.bin', reason: 'too-large' },
  ]);
});

test('selectFiles() says which folder it can not read', async () => {
  await using folder = await makeFolder();
  await expect(selectFiles(folder.join('missing'), by)).rejects.toMatchObject({
    code: 'file-unreadable',
    message: expect.stringContaining('missing'),
  });
});

test('selectFiles() takes the icons that a theme shows, and the theme that another builds on', async () => {
  const themes = {
    iconThemes: [{ path: './data/icons.json' }],
    themes: [{ path: 'data/dark.json' }],
  };
  const named = parseManifest(JSON.stringify({ name: 'tide', contributes: themes }));
  await using folder = await makeFolder({
    'package.json': '{}',
    'data/icons.json': { iconDefinitions: { file: { iconPath: '../icons/file.svg' } } },
    'data/dark.json': { include: './base.json' },
    'data/base.json': { include: './dark.json', tokenColors: './tokens.tmTheme' },
    'data/tokens.tmTheme': '<plist/>',
    'data/other.json': '{}',
    'icons/file.svg': '<svg/>',
    'icons/unused.svg': '<svg/>',
  });
  const { files } = await selectFiles(folder.path, { ...by, manifest: named.manifest });
  expect([...files.keys()].sort()).toEqual([
    'data/base.json',
    'data/dark.json',
    'data/icons.json',
    'data/tokens.tmTheme',
    'icons/file.svg',
    'package.json',
  ]);
});
