import { build } from 'esbuild';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('what loads the bundles is loaded at each start, so that it is made of few files of its own', async () => {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    absWorkingDir: join(import.meta.dirname, '..'),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    external: ['esbuild'],
  });
  const files = Object.keys(metafile.inputs);
  expect(files).toContain('programs/keep-bundle.ts');
  const others = files.filter((file) => !/^(?:programs|confine)\//.test(file));
  expect(others.toSorted()).toEqual([
    'bundle/api-module.ts',
    'engine/engine-setup.ts',
    'guest/node/not-offered-members.ts', // a list
    'protocol/limits.ts',
  ]);
});
