import { makeFolder, runProcess } from '@orchestra/testkit';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundleCode } from './bundle-code.ts';
import type { Bundle } from './plan-bundles.ts';
import { runBuild } from './run-build.ts';

const main: Bundle = {
  pointer: '/main',
  entry: 'src/main.ts',
  output: 'dist/main.js',
  format: 'esm',
  platform: 'node',
};

test('bundleCode() gives up on a file that never ends', async () => {
  await using folder = await makeFolder({
    'src/main.ts': 'export {};',
    'tsconfig.json': { extends: './pipe.json' },
  });
  await runProcess(['mkfifo', folder.join('pipe.json')]);
  await expect(
    bundleCode([main], { folder: folder.path, deadlineMs: 1_000 }),
  ).rejects.toMatchObject({
    code: 'bundler-failed',
    message: expect.stringContaining('did not end within 1 second'),
    hint: expect.stringContaining('no file is endless'),
  });
});

test('a module may use CommonJS that requires what Node brings', async () => {
  await using folder = await makeFolder({
    'src/main.ts': "import { Tide } from './tide.cjs'; export const tide = new Tide();",
    'src/tide.cjs': "module.exports = { Tide: class extends require('node:events') {} };",
  });
  const plan = { bundles: [main], problems: [] };
  const { problems } = await runBuild(plan, { folder: folder.path, paths: [] });
  expect(problems).toEqual([]);
  const { tide } = await import(pathToFileURL(folder.join('dist/main.js')).href);
  expect(tide.emit('turn')).toBe(false);
});

test('a web extension has packages of npm bundled, also those called as a module of Node', async () => {
  await using folder = await makeFolder({
    'src/main.ts': "import 'node:fs'; import { tide } from 'events'; export const high = tide;",
    'node_modules/events/index.js': "export const tide = 'high';",
  });
  const web: Bundle = { ...main, pointer: '/browser', format: 'cjs', platform: 'browser' };
  const [bundled] = await bundleCode([web], { folder: folder.path });
  const inputs = Object.keys(bundled?.metafile.inputs ?? {});
  expect(inputs).toEqual(['node_modules/events/index.js', 'src/main.ts']);
  expect(bundled?.errors).toEqual([]);
});

test('a package in the form of UMD is bundled of its module, whose files can be followed', async () => {
  const umd = (body: string) =>
    `(function (factory) { module.exports = factory(require); })(function (require) { ${body} });`;
  await using folder = await makeFolder({
    'src/main.ts': "export { tide } from 'tides'; export const moons = require('moons');",
    'node_modules/moons/package.json': {
      exports: { '.': { import: './moon.mjs', default: './moon.js' } },
    },
    'node_modules/moons/moon.mjs': "export const moon = 'full';",
    'node_modules/moons/moon.js': umd("return { moon: 'full' };"),
    'node_modules/tides/package.json': { main: './umd/main', module: './esm/main.js' },
    'node_modules/tides/umd/main.js': umd("return { tide: require('./high').tide };"),
    'node_modules/tides/esm/main.js': "export { tide } from './high.js';",
    'node_modules/tides/esm/high.js': "export const tide = 'high';",
  });
  const [bundled] = await bundleCode([{ ...main, output: 'dist/main.mjs' }], {
    folder: folder.path,
  });
  expect(bundled?.warnings).toEqual([]);
  expect(Object.keys(bundled?.metafile.outputs ?? {})).toEqual([
    'dist/main.mjs.map',
    'dist/main.mjs',
  ]);
  const inputs = Object.keys(bundled?.metafile.inputs ?? {});
  expect(inputs).toEqual(
    expect.arrayContaining(['node_modules/tides/esm/high.js', 'node_modules/moons/moon.mjs']),
  );
});
