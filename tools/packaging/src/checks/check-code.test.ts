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

test('checkCode() tells once what several bundles have of one line of the author’s', () => {
  const use = (file: string, line: number) => ({
    feature: 'OAuth',
    call: 'OAuthService.google',
    place: { file, line, column: 2, source: { file: 'src/auth.ts', line: 20, column: 16 } },
  });
  const analysis = {
    ...goodPackage().analysis,
    permissions: [],
    unresolved: [],
    unsupported: [use('dist/find.js', 35), use('dist/list.js', 7)],
  };
  expect(
    checkCode(goodPackage({ manifest: { permissions: [] }, analysis })).map(
      ({ path, message }) => ({ path, message }),
    ),
  ).toEqual([
    {
      path: 'src/auth.ts:20:16',
      message:
        'OAuthService.google: Orchestra has no OAuth (dist/find.js:35:2), and 1 more built from it',
    },
  ]);
});

test('checkCode() tells of a permission whose place nobody knows, too', () => {
  const permissions = [{ permission: 'git' as const, count: 1, uses: [] }];
  const analysis = { ...goodPackage().analysis, permissions, unresolved: [] };
  expect(checkCode(goodPackage({ manifest: { permissions: [] }, analysis }))).toMatchObject([
    { code: 'permission-undeclared', path: 'package.json#/permissions' },
  ]);
});
