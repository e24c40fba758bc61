import { expect, test } from 'vitest';
import { checkPath } from './check-path.ts';

test.each([
  ['', 'is empty'],
  ['x'.repeat(513), 'is longer than 512 characters'],
  ['a\uFFFDb', 'is not UTF-8'],
  ['a\0b', 'has control characters'],
  ['a\u200Bb', 'has invisible characters'],
  ['a\\b', 'has characters that Windows does not allow'],
  ['c:a', 'has characters that Windows does not allow'],
  ['/etc/passwd', 'is absolute'],
  ['a//b', 'has an empty part'],
  ['a/', 'has an empty part'],
  ['a/../b', "has a part '..'"],
  ['./a', "has a part '.'"],
  ['a/Aux.js', "has the device name 'Aux.js'"],
  ['com1/a', "has the device name 'com1'"],
  ['LPT\u00B2.txt', "has the device name 'LPT\u00B2.txt'"],
  ['nul .txt', "has the device name 'nul .txt'"],
  ['dist/CONIN$', "has the device name 'CONIN$'"],
  ['conout$.md', "has the device name 'conout$.md'"],
  ['a /b', 'has a part that ends in a dot or space'],
])('checkPath() says of %j that it %s', (path, reason) => {
  expect(checkPath(path)).toBe(reason);
});

test.each([
  'a',
  'dist/main.js',
  '.hidden/..more',
  'über/海/🌊.txt',
  'auxiliary.js',
  'com.js',
  'conin$$',
  'com10.js',
  'nul txt',
  'x'.repeat(512),
])('checkPath() takes %j', (path) => {
  expect(checkPath(path)).toBeNull();
});
