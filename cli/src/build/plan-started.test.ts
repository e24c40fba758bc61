import { parseManifest } from '@orchestra/core';
import { expect, test } from 'vitest';
import { planBundles } from './plan-bundles.ts';
import { planStarted } from './plan-started.ts';

const paths = [
  'src/extension.ts',
  'src/server.ts',
  'src/jobs/run.mts',
  'dist/plain.js',
  'src/main.ts',
];

function outputsFor(code: string, more: Record<string, unknown> = {}) {
  const fields = { name: 'tide', compat: 'vscode', main: 'src/extension.ts', ...more };
  const { manifest } = parseManifest(JSON.stringify(fields));
  if (manifest === null) throw new Error('the manifest is sound');
  const plan = planBundles(manifest, { paths, links: [] });
  const { bundles } = planStarted(plan, { manifest, texts: [code], paths });
  return bundles.map(({ entry, output, format }) => `${entry} ${output} ${format}`);
}

const main = 'src/extension.ts dist/extension.js cjs';

test.each([
  ["context.asAbsolutePath(join('dist', 'server.js'))", ['src/server.ts dist/server.js cjs']],
  ['fork(`x`, "dist/server.cjs")', ['src/server.ts dist/server.cjs cjs']],
  [
    "fork('./dist/jobs/run.mjs'); fork('dist/server.js')",
    ['src/jobs/run.mts dist/jobs/run.mjs esm', 'src/server.ts dist/server.js cjs'],
  ],
  [
    "fork('dist/plain.js'); fork('server.js'); fork('dist/extension.js'); fork('out/server.js')",
    [],
  ],
  ["fork('dist/../src/server.js')", []],
])('planStarted() of %s', (code, started) => {
  expect(outputsFor(code)).toEqual([main, ...started]);
});

test('planStarted() makes ES modules where the manifest says so, and nothing for native extensions', () => {
  const code = "start('dist/server.js')";
  expect(outputsFor(code, { type: 'module' }).at(-1)).toBe('src/server.ts dist/server.js esm');
  expect(outputsFor(code, { compat: 'native', main: 'src/main.ts' })).toEqual([
    'src/main.ts dist/main.js esm',
  ]);
});
