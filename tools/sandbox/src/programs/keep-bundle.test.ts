import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { keepBundle, keepModules } from './keep-bundle.ts';

function makeSources() {
  return makeFolder({
    'main.ts': `import { tide } from 'tide';\nimport { moon } from './moon.ts';\nconsole.log(tide, moon);\n`,
    'moon.ts': `export const moon: string = 'full';\n`,
    'node_modules/tide/package.json': { name: 'tide', main: 'high.js' },
    'node_modules/tide/high.js': `export const tide = 'high';\n`,
    'node_modules/tide/low.js': `export const tide = 'low';\n`,
  });
}

function keep(folder: TemporaryFolder): Promise<string> {
  return keepBundle({
    cache: folder.join('cache'),
    name: 'main',
    ending: '.js',
    entry: folder.join('main.ts'),
    options: { platform: 'node', format: 'esm' },
  });
}

async function recordsIn(folder: TemporaryFolder): Promise<string[]> {
  const files = await readdir(folder.join('cache'));
  return files.filter((file) => file.endsWith('.txt')).map((file) => folder.join('cache', file));
}

/** Bundles until there is a record, which is made of files that are not quite new. */
async function keepWithRecord(folder: TemporaryFolder): Promise<{ path: string; record: string }> {
  let path = '';
  const find = async () => {
    path = await keep(folder);
    return (await recordsIn(folder)).length;
  };
  await expect.poll(find).toBe(1);
  const [record = ''] = await recordsIn(folder);
  return { path, record };
}

test('keepBundle() finds what was made of the same files', async () => {
  await using folder = await makeSources();
  const { path, record } = await keepWithRecord(folder);
  const { ino } = await stat(record);
  expect(await keep(folder)).toBe(path);
  expect((await stat(record)).ino).toBe(ino); // else it was made again
});

test('keepBundle() notices a source that has changed, though its size and time have not', async () => {
  await using folder = await makeSources();
  const { path } = await keepWithRecord(folder);
  const source = folder.join('moon.ts');
  const { atime, mtime } = await stat(source);
  await writeFile(source, (await readFile(source, 'utf8')).replace('full', 'half'));
  await utimes(source, atime, mtime);
  const next = await keep(folder);
  expect(next).not.toBe(path);
  expect(await readFile(next, 'utf8')).toContain('half');
  expect(await readFile(path, 'utf8')).toContain('full'); // of whoever still runs it
});

test('keepBundle() makes no record of a source whose time is not past yet', async () => {
  await using folder = await makeSources();
  const { record } = await keepWithRecord(folder);
  const { ino } = await stat(record);
  const tomorrow = Date.now() / 1000 + 86_400;
  await utimes(folder.join('moon.ts'), tomorrow, tomorrow);
  await keep(folder);
  expect((await stat(record)).ino).toBe(ino);
});

test.each([
  ['a package that has another main', { name: 'tide', main: 'low.js' }, 'low'],
  ['a package that has none any longer', { name: 'tide', main: 'none.js' }, null],
])('keepBundle() notices %s', async (_, manifest, expected) => {
  await using folder = await makeSources();
  await keepWithRecord(folder);
  await writeFile(folder.join('node_modules/tide/package.json'), JSON.stringify(manifest));
  if (expected === null) await expect(keep(folder)).rejects.toThrow('Could not resolve "tide"');
  else expect(await readFile(await keep(folder), 'utf8')).toContain(`"${expected}"`);
});

test('keepBundle() notices settings that were not there before', async () => {
  await using folder = await makeSources();
  await keepWithRecord(folder);
  const paths = { tide: ['./node_modules/tide/low.js'] };
  await writeFile(folder.join('tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }));
  expect(await readFile(await keep(folder), 'utf8')).toContain('"low"');
});

test.each([
  ['a bundle that was cut short', (path: string) => path],
  ['a record that was cut short', (_: string, record: string) => record],
])('keepBundle() makes %s again', async (_, choose) => {
  await using folder = await makeSources();
  const { path, record } = await keepWithRecord(folder);
  const [bundle, damaged] = [await readFile(path, 'utf8'), choose(path, record)];
  await writeFile(damaged, (await readFile(damaged, 'utf8')).slice(0, 20));
  expect(await keep(folder)).toBe(path);
  expect(await readFile(path, 'utf8')).toBe(bundle);
});

test('keepBundle() makes one bundle of two at once, and leaves nothing else', async () => {
  await using folder = await makeSources();
  const paths = await Promise.all(Array.from({ length: 4 }, () => keep(folder)));
  expect(new Set(paths).size).toBe(1);
  const { path } = await keepWithRecord(folder);
  expect(path).toBe(paths[0]);
  expect(await readdir(folder.join('cache'))).toHaveLength(2);
});

test('keepModules() bundles what several modules share once, and finds all of it again', async () => {
  await using folder = await makeFolder({
    'high.ts': `import { seen } from './shared.ts';\nexport const high = seen;\n`,
    'low.ts': `import { seen } from './shared.ts';\nexport const low = seen;\n`,
    'shared.ts': `export const seen = new Set();\n`,
  });
  const keepBoth = () =>
    keepModules({
      cache: folder.join('cache'),
      name: 'tides',
      ending: '.mjs',
      entries: { high: folder.join('high.ts'), low: folder.join('low.ts') },
      options: { format: 'esm', splitting: true },
    });
  const made = await keepBoth();
  expect(Object.keys(made)).toEqual(['high', 'low']);
  const { high } = await import(made['high'] ?? '');
  const { low } = await import(made['low'] ?? '');
  expect(high).toBe(low);
  await expect.poll(async () => (await keepBoth(), (await recordsIn(folder)).length)).toBe(1);
  expect(await keepBoth()).toEqual(made);
});
