import { makeFolder } from '@orchestra/testkit';
import { readdir, stat, utimes } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { compileTemplates } from './compile-templates.ts';

const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

it('compiles once for any registry, and once for each base path, also at once', async () => {
  await using folder = await makeFolder();
  const made = await Promise.all(
    ['http://one.example', 'http://two.example', 'http://two.example/registry'].map((site) =>
      compileTemplates({ code: 'the code', site, directory: folder.path }),
    ),
  );
  const [one, two, below] = made.map(({ entry }) => entry);
  expect(two).toBe(one);
  expect(below).not.toBe(one);
  const places = made.map(({ assets }) => basename(dirname(dirname(assets))));
  expect((await readdir(folder.path)).sort()).toEqual([...new Set(places)].sort());
  for (const { assets } of made) expect(await readdir(assets)).toContain('favicon.svg');

  const [first, other] = made;
  const before = await stat(first!.entry);
  const place = (of: string) => dirname(dirname(dirname(of)));
  for (const of of [first!.entry, other!.entry, below!])
    await utimes(place(of), twoDaysAgo, twoDaysAgo);
  // what is used again stays, and what new code replaces is removed
  await compileTemplates({ code: 'the code', site: 'http://x.example', directory: folder.path });
  expect((await stat(first!.entry)).mtimeMs).toBe(before.mtimeMs);
  await compileTemplates({ code: 'new code', site: 'http://x.example', directory: folder.path });
  expect(await readdir(folder.path)).toHaveLength(2);
  await expect(stat(below!)).rejects.toThrow('ENOENT');
});
