import { systemCode } from '@orchestra/core/node';
import { makeFolder, runProcess } from '@orchestra/testkit';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
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

test('bundleCode() gives up on a file that never ends, and ends the bundler', async () => {
  await using folder = await makeFolder({
    'src/main.ts': 'export {};',
    'endless/main.ts': 'export {};',
    'endless/tsconfig.json': { extends: './pipe.json' },
  });
  const pipe = folder.join('endless/pipe.json');
  await runProcess(['mkfifo', pipe]);
  await bundleCode([main], { folder: folder.path }); // started, it is quick
  const late = expect(
    bundleCode([{ ...main, entry: 'endless/main.ts' }], {
      folder: folder.path,
      deadlineMs: 4_000,
    }),
  ).rejects.toMatchObject({
    code: 'bundler-failed',
    message: expect.stringContaining('did not end within 4 seconds'),
    hint: expect.stringContaining('no file is endless'),
  });
  const written = await openRead(pipe);
  try {
    await late;
    // nobody is left to read it
    const write = () => written.write(' ').then(() => null, systemCode);
    await expect.poll(write, { timeout: 10_000 }).toBe('EPIPE');
  } finally {
    await written.close(); // a bundler that goes on would wait for this
  }
});

/** Opens a pipe for writing, as soon as a program reads it, which then waits for what is written. */
async function openRead(pipe: string): Promise<FileHandle> {
  const flags = constants.O_WRONLY | constants.O_NONBLOCK;
  for (let tries = 0; tries < 400; tries += 1) {
    const opened = await open(pipe, flags).catch(systemCode);
    if (typeof opened === 'object') return opened;
    await setTimeout(50);
  }
  throw new Error('No program reads the pipe');
}

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

test('without Node, a package is bundled for workers, which have no document', async () => {
  await using folder = await makeFolder({
    'src/main.ts': "export { decode } from 'decodes';",
    'node_modules/decodes/package.json': {
      exports: { worker: './main.js', browser: './dom.js', default: './main.js' },
    },
    'node_modules/decodes/main.js': "export const decode = 'by a table';",
    'node_modules/decodes/dom.js': "export const decode = document.createElement('i');",
  });
  const [bundled] = await bundleCode([{ ...main, platform: 'browser' }], { folder: folder.path });
  const inputs = Object.keys(bundled?.metafile.inputs ?? {});
  expect(inputs).toEqual(['node_modules/decodes/main.js', 'src/main.ts']);
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
