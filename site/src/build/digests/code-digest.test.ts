import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from '@orchestra/testkit';
import { basename } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { codeDigest, listCode, listPackages } from './code-digest.ts';

const root = new URL('../../../../', import.meta.url);
const siteFolder = fileURLToPath(new URL('site/', root));

test.each([
  'package-lock.json',
  'site/astro.config.ts',
  'site/public/favicon.svg',
  'site/src/pages/index.astro',
  'site/src/styles/base.css',
  'site/src/docs/start.md',
  'site/src/build/build-site.ts',
  'tools/core/src/schema/index-entry.ts',
  'tools/search/src/words/split-words.ts',
])('codeDigest() changes with %s', async (path) => {
  expect(await listCode()).toContain(fileURLToPath(new URL(path, root)));
});

test('codeDigest() is the same for the same code, and changes with no test', async () => {
  expect(await codeDigest()).toBe(await codeDigest());
  expect((await listCode()).filter((path) => path.endsWith('.test.ts'))).toEqual([]);
});

test('listPackages() gives the site and what it uses of this project', async () => {
  const names = (await listPackages(siteFolder)).map((folder) => basename(folder));
  expect(names).toEqual(expect.arrayContaining(['site', 'core', 'search', 'code-analysis']));
  expect(names).not.toContain('testkit');
});

test('listPackages() follows packages that packages use', async () => {
  await using folder = await makeFolder();
  const own = async (name: string, dependencies: object) => {
    const at = `${folder.path}/node_modules/@orchestra/${name}`;
    await mkdir(`${at}/src`, { recursive: true });
    await writeFile(`${at}/src/index.js`, '');
    const main = './src/index.js';
    await writeFile(`${at}/package.json`, JSON.stringify({ name, main, dependencies }));
  };
  await own('one', { '@orchestra/two': '1.0.0', 'left-pad': '1.0.0' });
  await own('two', { '@orchestra/one': '1.0.0' });
  const dependencies = { '@orchestra/one': '1.0.0' };
  await writeFile(`${folder.path}/package.json`, JSON.stringify({ dependencies }));
  const found = await listPackages(folder.path);
  expect(found.map((each) => basename(each))).toEqual(expect.arrayContaining(['one', 'two']));
  expect(found).toHaveLength(3);
});
