import { makeFolder } from '@orchestra/testkit';
import { readdir, stat, utimes } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { compileTemplates } from './compile-templates.ts';

const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

it('compiles once for any registry, and once for each base path, also at once', async () => {
  await using folder = await makeFolder();
  const directory = folder.path;
  const compile = async (site: string, code = 'the code') => {
    const { assets } = await compileTemplates({ code, site, directory });
    expect(await readdir(assets)).toContain('favicon.svg');
    return basename(dirname(dirname(assets)));
  };
  const madeAt = async (name: string) => (await stat(folder.join(name, 'dist/server'))).mtimeMs;
  const [one, two, below] = await Promise.all([
    compile('http://one.example'),
    compile('http://two.example'),
    compile('http://two.example/registry'),
  ]);
  expect(two).toBe(one);
  expect((await readdir(directory)).sort()).toEqual([one, below].sort());

  const before = await madeAt(one);
  for (const name of [one, below]) await utimes(folder.join(name), twoDaysAgo, twoDaysAgo);
  // what is used again stays, and what wasn't used goes when something new is compiled
  expect(await compile('http://three.example')).toBe(one);
  expect(await madeAt(one)).toBe(before);
  const changed = await compile('http://three.example', 'other code');
  expect((await readdir(directory)).sort()).toEqual([one, changed].sort());
});
