import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkLicense } from './check-license.ts';

function hintFor(text: string): string | undefined {
  const spoiled = { manifest: { license: undefined }, files: { LICENSE: text } };
  return checkLicense(goodPackage(spoiled))[0]?.hint;
}

test.each([
  ['MIT License\n\nCopyright (c) Tidewater tools', 'MIT'],
  ['The MIT License (MIT)\n', 'MIT'],
  ['                Apache License\n          Version 2.0, January 2004', 'Apache-2.0'],
])('checkLicense() says which licence %j is', (text, name) => {
  expect(hintFor(text)).toBe(`Add "license": "${name}", as LICENSE says.`);
});

test.each([
  ['its own terms', 'All rights reserved.'],
  ['two licences', 'Either the MIT License or the ISC License'],
  ['a title far below', `${'words '.repeat(200)}MIT License`],
])('checkLicense() names no licence for a text with %s', (_what, text) => {
  expect(hintFor(text)).toContain('or another SPDX expression');
});
