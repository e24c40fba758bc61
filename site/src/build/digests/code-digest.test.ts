import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { codeDigest, listCode } from './code-digest.ts';

const root = new URL('../../../../', import.meta.url);

test.each([
  'package-lock.json',
  'site/astro.config.ts',
  'site/public/favicon.svg',
  'site/src/pages/index.astro',
  'site/src/styles/base.css',
  'site/src/docs/start.md',
  'site/src/build/build-site.ts',
  'tools/core/src/schema/index-entry.ts',
])('codeDigest() changes with %s', async (path) => {
  expect(await listCode()).toContain(fileURLToPath(new URL(path, root)));
});

test('codeDigest() is the same for the same code, and changes with no test', async () => {
  expect(await codeDigest()).toBe(await codeDigest());
  expect((await listCode()).filter((path) => path.endsWith('.test.ts'))).toEqual([]);
});
