import { makeFolder } from '@orchestra/testkit';
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { BundlePlan } from '../build/plan-bundles.ts';
import { StartedBundles } from './started-bundles.ts';

const plan: BundlePlan = {
  problems: [],
  bundles: [
    {
      pointer: '/main',
      entry: 'src/main.ts',
      output: 'dist/main.js',
      format: 'cjs',
      platform: 'node',
    },
    {
      pointer: '',
      entry: 'src/server.ts',
      output: 'dist/server.js',
      format: 'cjs',
      platform: 'node',
    },
  ],
};

test('StartedBundles are written for what is started alone, and again once something changed', async () => {
  await using folder = await makeFolder({
    'src/main.ts': 'broken (',
    'src/server.ts': "import { high } from './tide'; console.log(high);",
    'src/tide.ts': "export const high = 'high';",
    'dist/old.js': '// Made by `orchestra ext build`; changes are lost with the next build.',
  });
  const bundles = new StartedBundles(folder.path);
  const first = await bundles.build(plan);
  expect(first).toEqual({
    files: ['src/server.ts', 'src/tide.ts'],
    digest: expect.any(String),
  });
  const read = () => readFile(folder.join('dist/server.js'), 'utf8');
  expect(await read()).toContain('"high"');
  expect(await readFile(folder.join('dist/old.js'), 'utf8')).not.toBe('');
  await expect(readFile(folder.join('dist/main.js'))).rejects.toThrowError('ENOENT');
  expect(await bundles.build(plan)).toBe(first);
  await writeFile(folder.join('src/tide.ts'), "export const high = 'low!';");
  await utimes(folder.join('src/tide.ts'), 1, 1);
  const second = await bundles.build(plan);
  expect(second).not.toEqual(first);
  expect(await read()).toContain('"low!"');
  await rm(folder.join('dist/server.js'));
  expect(await bundles.build(plan)).toEqual(second);
  expect(await read()).toContain('"low!"');
});

test('StartedBundles tell what is wrong with a source, and overwrite nothing that no build made', async () => {
  await using folder = await makeFolder({
    'src/server.ts': 'const = 1;',
    'dist/server.js': 'mine',
  });
  const bundles = new StartedBundles(folder.path);
  expect(await bundles.build(plan)).toMatchObject({
    faults: [{ place: expect.stringContaining('src/server.ts') }],
  });
  await writeFile(folder.join('src/server.ts'), '1;');
  expect(await bundles.build(plan)).toMatchObject({
    faults: [{ message: "'dist/server.js' was not made by orchestra ext build" }],
  });
  expect(await readFile(folder.join('dist/server.js'), 'utf8')).toBe('mine');
});
