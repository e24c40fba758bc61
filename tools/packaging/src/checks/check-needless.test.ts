import { expect, test } from 'vitest';
import { goodPackage, type Spoiled } from '../../test/good-package.ts';
import { checkNeedless } from './check-needless.ts';

function needless(names: readonly string[], { kind = 'vscode', files = {} }: Spoiled = {}) {
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
  return checkNeedless(goodPackage({ kind, manifest: { dependencies }, files }));
}

test('checkNeedless() names types and runners of tests once, and what they take', () => {
  const files = { 'node_modules/mocha/lib/mocha.js': 'x'.repeat(2048) };
  const found = needless(['@types/node', 'vscode', '@vscode/test-web', 'mocha', 'dayjs'], {
    files,
  });
  expect(found).toEqual([
    expect.objectContaining({
      code: 'dependency-needless',
      severity: 'info',
      path: 'package.json#/dependencies',
      message:
        "'@types/node', 'vscode', '@vscode/test-web', 'mocha' are for development alone, and packed: 2.0 KiB in node_modules",
      hint: 'Move them to "devDependencies": npm install --save-dev @types/node vscode @vscode/test-web mocha',
    }),
  ]);
});

test('checkNeedless() leaves out a runner that the code names, and what extensions run', () => {
  const files = { 'dist/main.js': "require.resolve('mocha/bin/mocha.js');" };
  expect(needless(['mocha', 'typescript', 'eslint', 'vscode-languageclient'], { files })).toEqual(
    [],
  );
});

test('checkNeedless() says nothing of packages that never have dependencies in them', () => {
  expect(needless(['@types/node'], { kind: 'native' })).toEqual([]);
  expect(needless([])).toEqual([]);
});
