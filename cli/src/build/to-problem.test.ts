import { makeFolder } from '@orchestra/testkit';
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
  const bundle = {
    pointer: '/main',
    entry: 'src/main.ts',
    output: 'dist/main.js',
    format: 'esm' as const,
    platform: 'node' as const,
  };
  const plan = { bundles: [bundle], problems: [] };
  const { problems } = await runBuild(plan, { folder: folder.path, paths: [] });
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'build-failed',
      path: expect.stringMatching(/^src\/main\.ts:2:\d+$/),
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  ]);
});
