import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const later = /\{([^{}]+)\} = await import\("(\.[^"]+)"\)/g;

/** A library in CommonJS has its names where Node runs the sources, and only a default in a bundle. */
test('what the installed command line loads later has the names that it takes of it', async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) =>
    /^(?:chunks\/)?[\w-]+\.js$/.test(file),
  );
  const taken = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, dist), 'utf8');
      return [...text.matchAll(later)].map(([, names = '', from = '']) => ({
        names: names.split(',').map((name) => name.split(':')[0]?.trim() ?? ''),
        url: new URL(from, new URL(file, dist)).href,
      }));
    }),
  );
  const all = taken.flat();
  expect(all.length).toBeGreaterThan(5);
  for (const { names, url } of all) {
    expect(Object.keys(await import(url)), url).toEqual(expect.arrayContaining(names));
  }
});
