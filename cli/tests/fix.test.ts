import { extensionFiles, makeFolder } from '@orchestra/testkit';
import { chmod, readFile, rename, stat, symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld } from './make-world.ts';

const spoiled = `{
  "name": "Tide_Table",
  "version": "v1.2",   "main": "dist/main.js",
  "author": "Jane <jane@tide.io>", "icon": "gone.png",
  "permissions": ["git", "git"]
}
`;

const files = {
  ...extensionFiles({ name: 'tide', version: '1.0.0' }),
  'dist/main.js': `export const activate = () => fetch('https://tide.io');\n`,
};

test('check --fix mends what needs no decision, tells what people are asked for more, and leaves the rest', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ ...files, 'package.json': spoiled });
  const path = folder.join('package.json');
  await chmod(path, 0o640);
  const told = await world.cli(['check', '--fix', '-C', folder.path]);
  expect(told.exitCode).toBe(1); // the name is for its author to choose
  expect(await readFile(path, 'utf8')).toBe(`{
  "name": "Tide_Table",
  "version": "1.2.0",
  "engines": {
    "orchestra": "^1.0.0"
  },   "main": "dist/main.js",
  "author": "Jane", "icon": "gone.png",
  "permissions": ["network"]
}
`);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(told.stdout).toMatch(/^-.*"version": "v1\.2"/m);
  expect(told.stdout).toMatch(/asked for this from now on:.*\(network\)/);
  expect(told.stdout).toContain('name-invalid');
});

test('check --fix again changes nothing, and tells machines what it mended but no email', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ ...files, 'package.json': spoiled });
  const fix = async () =>
    JSON.parse((await world.cli(['check', '--fix', '--json', '-C', folder.path])).stdout);
  const first = await fix();
  const mended = new Set(first.fixed.map(({ path }: { path: string }) => path));
  expect(mended).toEqual(new Set(['/version', '/engines/orchestra', '/permissions', '/author']));
  expect(JSON.stringify(first)).not.toContain('jane@tide.io');
  const once = await stat(folder.join('package.json'));
  expect(await fix()).toMatchObject({ fixed: [], problems: first.problems });
  expect((await stat(folder.join('package.json'))).mtimeMs).toBe(once.mtimeMs);
});

test('check --fix takes no permission away where code is missing', async () => {
  await using world = await makeWorld();
  const manifest = `{ "name": "tide", "version": "1.0.0", "main": "dist/gone.js",
  "engines": { "orchestra": "^1.0.0" }, "permissions": ["git"] }`;
  await using folder = await makeFolder({ ...files, 'package.json': manifest });
  await world.cli(['check', '--fix', '-C', folder.path]);
  expect(await readFile(folder.join('package.json'), 'utf8')).toBe(manifest);
});

test('check --fix writes through no link', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ ...files, 'package.json': spoiled });
  await rename(folder.join('package.json'), folder.join('elsewhere.json'));
  await symlink('elsewhere.json', folder.join('package.json'));
  const refused = await world.cli(['check', '--fix', '--json', '-C', folder.path]);
  expect(JSON.parse(refused.stdout).error).toMatchObject({ code: 'usage' });
  expect(await readFile(folder.join('elsewhere.json'), 'utf8')).toBe(spoiled);
});
