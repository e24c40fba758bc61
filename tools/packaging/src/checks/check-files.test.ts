import { expect, test } from 'vitest';
import { goodPackage, type Spoiled } from '../../test/good-package.ts';
import { checkFiles } from './check-files.ts';

test.each<[string, Spoiled]>([
  ['main without its ending', { manifest: { main: 'dist/main' } }],
  ['main as a .cjs', { manifest: { main: './out/run' }, files: { 'out/run.cjs': '' } }],
  [
    'main as a folder with an index.js',
    { manifest: { main: 'lib/' }, files: { 'lib/index.js': '' } },
  ],
  [
    'a folder that is contributed',
    { manifest: { contributes: { media: './media/' } }, files: { 'media/a.txt': '' } },
  ],
  [
    'defaults of settings, which are no files',
    { manifest: { contributes: { configuration: { default: './no.js' } } } },
  ],
])('checkFiles() finds %s', (_what, spoiled) => {
  expect(checkFiles(goodPackage(spoiled))).toEqual([]);
});

test.each<[string, string, Spoiled]>([
  [
    'the case that the package has',
    "The package has 'dist/Main.js': write it with the same case.",
    { files: { 'dist/main.js': null, 'dist/Main.js': '' } },
  ],
  [
    'why the file was left out',
    "'dist' was left out (ignored).",
    { files: { 'dist/main.js': null }, leftOut: [{ path: 'dist', reason: 'ignored' }] },
  ],
  [
    'to build first',
    'Build the extension first, or correct the path.',
    { files: { 'dist/main.js': null } },
  ],
])('checkFiles() hints at %s', (_what, hint, spoiled) => {
  expect(checkFiles(goodPackage(spoiled)).map((found) => found.hint)).toEqual([hint]);
});
