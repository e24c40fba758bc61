import { makeFolder } from '@orchestra/testkit';
import { parseManifest } from '@orchestra/core';
import { expect, test } from 'vitest';
import { guessStarted } from './guess-started.ts';

test('guessStarted() finds the sources of what code starts, and that isn’t built', async () => {
  const scripts = { build: 'esbuild ./client/src/main.ts && esbuild ./jobs/src/main.ts' };
  await using folder = await makeFolder({ 'jobs/tsconfig.json': '{' });
  const { manifest } = parseManifest(JSON.stringify({ name: 'tide', scripts }));
  if (manifest === null) throw new Error('the manifest is sound');
  const code = `
    fork(context.asAbsolutePath(path.join('server', 'out', 'server.js')));
    new Worker(join(__dirname, "jobs.js"));
    fork('dist/there.js'); import('./none.js'); text('client.js');`;
  const bundles = await guessStarted(new Map([['dist/client.js', Buffer.from(code)]]), {
    directory: folder.path,
    manifest,
    paths: new Set([
      'client/src/main.ts',
      'dist/there.js',
      'jobs/src/main.ts',
      'jobs/tsconfig.json',
      'server/src/server.ts',
      'src/there.ts',
    ]),
    entries: ['client/src/main.ts'],
  });
  expect(bundles.map(({ entry, output }) => [entry, output])).toEqual([
    ['server/src/server.ts', 'server/out/server.js'],
    ['jobs/src/main.ts', 'dist/jobs.js'],
  ]);
});
