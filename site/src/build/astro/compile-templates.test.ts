import { makeFolder } from '@orchestra/testkit';
import { cp, readdir, stat, utimes } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, it, vi } from 'vitest';
import { compileTemplates, templatesFolder } from './compile-templates.ts';

const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

it('takes the same folder for any registry, and another for each base path and code', () => {
  const folderOf = (site: string, code = 'the code') =>
    templatesFolder({ code, site, directory: 'templates' });
  const one = folderOf('http://one.example');
  expect(folderOf('https://two.example')).toBe(one);
  const others = [folderOf('http://one.example/registry'), folderOf('http://one.example', 'other')];
  expect(new Set([one, ...others]).size).toBe(3);
});

it('compiles once, also at once, and removes what was not used for long', async () => {
  await using folder = await makeFolder({ 'unused/old.txt': 'old' });
  const directory = folder.path;
  const compile = async (site: string) => {
    const { assets } = await compileTemplates({ code: 'the code', site, directory });
    expect(await readdir(assets)).toContain('favicon.svg');
    return basename(dirname(dirname(assets)));
  };
  const madeAt = async (name: string) => (await stat(folder.join(name, 'dist/server'))).mtimeMs;
  const isMaking = async () =>
    (await readdir(directory)).filter((name) => name.startsWith('making-'));
  const both = Promise.all([compile('http://one.example'), compile('http://two.example')]);
  const seen = new Set<string>();
  const looking = setInterval(async () => (await isMaking()).map((name) => seen.add(name)), 20);
  const [one, two] = await both.finally(() => clearInterval(looking));
  expect(two).toBe(one);
  expect(seen.size).toBe(1);
  expect((await readdir(directory)).sort()).toEqual([one, 'unused'].sort());

  const before = await madeAt(one);
  for (const name of [one, 'unused']) await utimes(folder.join(name), twoDaysAgo, twoDaysAgo);
  // what is used again stays, and what wasn't used goes when something new is compiled
  expect(await compile('http://three.example')).toBe(one);
  expect(await madeAt(one)).toBe(before);
  const compiling = compile('http://two.example/registry');
  await vi.waitUntil(async () => (await isMaking()).length > 0, { timeout: 60_000 });
  // another process that compiles the same comes to its end first
  const options = { code: 'the code', site: 'http://two.example/registry', directory };
  await cp(folder.join(one), templatesFolder(options), { recursive: true });
  const below = await compiling;
  expect(folder.join(below)).toBe(templatesFolder(options));
  expect((await readdir(directory)).sort()).toEqual([below, one].sort());
});
