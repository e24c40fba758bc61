import { makeFolder } from '@orchestra/testkit';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listPackages } from './code-digest.ts';

const siteFolder = fileURLToPath(new URL('../../', import.meta.url));

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
