import { makeFolder } from '@orchestra/testkit';
import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { words } from '../../test/words.ts';
import { readExtension } from './read-extension.ts';

const good = Object.fromEntries(goodPackage().files);

test.each([
  ['5 MB', `{"name":"tide","description":"${'x'.repeat(5 * 1024 * 1024)}"}`],
  [
    'a million keys',
    `{${words(1_000_000)
      .map((word) => `"${word}":1`)
      .join()}}`,
  ],
  ['100,000 levels', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['100,000 levels of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
])('readExtension() refuses a manifest of %s', async (_, text) => {
  await using folder = await makeFolder({ ...good, 'package.json': text });
  const { manifest, problems } = await readExtension(folder.path, {
    replaced: { version: '2.0.0' },
  });
  expect(manifest).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(['manifest-too-large']);
});

test('readExtension() takes no key for one that every object has', async () => {
  const hostile = '"__proto__":{"name":"other","permissions":["network"]},"constructor":{"a":1}';
  const text = JSON.stringify(goodPackage().manifest.raw).replace('{', `{${hostile},`);
  await using folder = await makeFolder({ ...good, 'package.json': text });
  const { manifest, problems } = await readExtension(folder.path);
  expect(problems.map(({ code }) => code)).toEqual([]);
  expect([manifest?.name, manifest?.permissions]).toEqual(['tide-table', ['filesystem.read']]);
  expect(Object.getPrototypeOf({})).not.toHaveProperty('permissions');
});

test.each([
  ['stars', ['**/'.repeat(3000) + 'x']],
  ['braces', ['{a,b}'.repeat(30), '{1..1000000000}', '{'.repeat(1000)]],
  ['groups', ['!(*(a|b))', 'dist/+(a|aa)+(a|aa)x', '+(a|a)'.repeat(20)]],
  ['what is no pattern', ['[z-a]', '(?<', '\\', '__proto__', 'constructor']],
])('readExtension() follows patterns of %s', async (_, patterns) => {
  await using folder = await makeFolder({
    ...good,
    'package.json': { ...goodPackage().manifest.raw, files: ['dist', ...patterns] },
  });
  expect([...(await readExtension(folder.path)).files.keys()]).toContain('dist/main.js');
});

test('readExtension() says that patterns are too long to be followed', async () => {
  await using folder = await makeFolder({
    ...good,
    'package.json': { ...goodPackage().manifest.raw, files: ['a'.repeat(70_000)] },
  });
  await expect(readExtension(folder.path)).rejects.toMatchObject({ code: 'file-unreadable' });
});

test.skipIf(process.platform === 'win32')(
  'readExtension() waits for no pipe and follows no link out of the folder',
  async () => {
    await using outside = await makeFolder({ 'key.js': 'secret' });
    await using folder = await makeFolder(good);
    for (const name of ['.orchestraignore', 'package.nls.json', 'dist/pipe.js']) {
      execFileSync('mkfifo', [folder.join(name)]);
    }
    await symlink(outside.join('key.js'), folder.join('dist/key.js'));
    await symlink(folder.join('nowhere'), folder.join('dist/nowhere.js'));
    await symlink('loop.js', folder.join('dist/loop.js'));
    await symlink(outside.path, folder.join('assets/outside'));
    await symlink('..', folder.join('dist/circle'));
    const { files, problems } = await readExtension(folder.path);
    expect([...files.keys()].sort()).toEqual(Object.keys(good).sort());
    expect(problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'link-left-out assets/outside',
      'link-left-out dist/circle',
      'link-left-out dist/key.js',
      'link-left-out dist/loop.js',
      'link-left-out dist/nowhere.js',
    ]);
  },
);
