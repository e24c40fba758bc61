import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { runBuild } from './run-build.ts';

test.each([
  ["import source tide from './tide.wasm';", "esbuild can't bundle `import source`", 'unbundled'],
  ["import.source('./tide.wasm');", "esbuild can't bundle `import source`", 'unbundled'],
  ["import defer * as tide from './tide.js';", "esbuild can't bundle `import defer`", 'import(…)'],
  ["import.defer('./tide.js');", "esbuild can't bundle `import defer`", 'import(…)'],
])('toProblem() says where the bundler can not read %s', async (code, message, hint) => {
  await using folder = await makeFolder({
    'src/main.ts': `export {};\n${code}`,
    'src/tide.wasm': 'wasm',
  });
  const { problems } = await build(folder);
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'build-failed',
      path: expect.stringMatching(/^src\/main\.ts:2:\d+$/),
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  ]);
});

test('toProblem() says where the other of two keys is', async () => {
  await using folder = await makeFolder({
    'src/main.ts': 'export const a = {\n  b: 1,\n  b: 2,\n};\n',
  });
  expect((await build(folder)).problems).toMatchObject([
    {
      code: 'build-warning',
      path: 'src/main.ts:3:3',
      message: 'Duplicate key "b" in object literal. The original key "b" is here: src/main.ts:2:3',
    },
  ]);
});

test('runBuild() tells what most likely made a file that is in the way', async () => {
  await using folder = await makeFolder({
    'src/main.ts': 'export const a = 1;\n',
    'dist/main.js': 'exports.a = 1;\n',
  });
  expect((await build(folder)).problems).toMatchObject([
    {
      code: 'build-conflict',
      hint: expect.stringMatching(/^If another build, .* from src\/main.ts/),
    },
  ]);
  expect((await build(folder, '/commands/0/name')).problems).toMatchObject([
    { code: 'build-conflict', hint: expect.stringMatching(/^If ray build made it, remove it/) },
  ]);
});

test('toProblem() says which package lacks a file', async () => {
  await using folder = await makeFolder({
    'src/main.ts': "import 'tide';\n",
    'node_modules/tide/index.js': "require('./moon');\n",
  });
  expect((await build(folder)).problems).toMatchObject([
    { hint: 'tide has no such file: take another release of it, or another package.' },
  ]);
});

function build(folder: TemporaryFolder, pointer = '/main') {
  const bundle = {
    pointer,
    entry: 'src/main.ts',
    output: 'dist/main.js',
    format: 'esm' as const,
    platform: 'node' as const,
  };
  return runBuild({ bundles: [bundle], problems: [] }, { folder: folder.path, paths: [] });
}
