import { expect, test } from 'vitest';
import { defaultLimits, parseManifest } from '@orchestra/core';
import { packFiles } from '../archive/pack-files.ts';
import { isEarlierPackage } from './is-earlier-package.ts';

const { manifest } = parseManifest('{"name":"tide","engines":{"orchestra":"^1.0.0"}}');
const by = { manifest, limits: defaultLimits };

test.each<[string, boolean, Record<string, string>]>([
  ['a package of this extension', true, { 'package.json': '{"name":"tide"}' }],
  [
    'one of an earlier name',
    true,
    { 'package.json': '{"name":"moon","engines":{"orchestra":"^1.0.0"}}' },
  ],
  ['one that npm packed', true, { 'package/package.json': '{"name":"tide"}' }],
  ['a template that npm packed', false, { 'package/package.json': '{"name":"template"}' }],
  ['data', false, { 'tides.json': '{}' }],
])('isEarlierPackage() of %s is %s', async (_what, expected, contents) => {
  const files = new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  const { bytes } = await packFiles(files);
  expect(isEarlierPackage({ path: 'out/some.tgz', bytes }, by)).toBe(expected);
  expect(isEarlierPackage({ path: 'out/some.bin', bytes }, by)).toBe(false);
});

test('isEarlierPackage() takes what is no archive for none', () => {
  const bytes = Buffer.from([0x1f, 0x8b, 8, 0]);
  expect(isEarlierPackage({ path: 'a.tar.gz', bytes }, by)).toBe(false);
});
