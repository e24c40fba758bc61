import { expect, test } from 'vitest';
import { parseManifest } from '@orchestra/core';
import { findImported } from './find-imported.ts';

test('findImported() follows relative imports from the entry files', () => {
  const files = new Map([
    ['extension.js', "const { greet } = require('./lib/greet');\nimport'./lib/side.mjs';"],
    [
      'lib/greet.js',
      'require("../data"); import("./greet.js"); require("./none"); require("../../x")',
    ],
    ['lib/side.mjs', "export * from './deep'; import x from 'left-pad';"],
    ['lib/deep/index.js', ''],
    ['data.json', "require('./lib/other')"],
    ['lib/other.js', ''],
  ]);
  const { manifest } = parseManifest('{"name":"tide","main":"./extension"}');
  if (manifest === null) throw new Error('the manifest is sound');
  const read = (path: string) => files.get(path) ?? '';
  expect(findImported({ manifest, paths: [...files.keys()], read })).toEqual([
    'lib/greet.js',
    'lib/side.mjs',
    'data.json',
    'lib/deep/index.js',
  ]);
});
