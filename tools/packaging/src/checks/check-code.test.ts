import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkCode } from './check-code.ts';

test('checkCode() calls no permission unused where the code is not there', () => {
  const declared = { permissions: ['filesystem.read', 'git'] };
  const codes = (files: Record<string, null>) =>
    checkCode(goodPackage({ manifest: declared, files })).map(({ code }) => code);
  expect(codes({})).toEqual(['permission-unused']);
  expect(codes({ 'dist/main.js': null })).toEqual([]);
});
