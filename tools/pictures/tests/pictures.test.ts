import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('README.md shows every picture there is, and each is small', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/\.github\/images\/([\w-]+\.png)/g)].map(([, name]) => name);
  const pictures = await readdir(join(root, '.github/images'));
  expect(pictures.sort()).toEqual(shown.sort());
  for (const name of pictures) {
    const { size } = await stat(join(root, '.github/images', name));
    expect(size, name).toBeLessThan(150_000);
  }
});
