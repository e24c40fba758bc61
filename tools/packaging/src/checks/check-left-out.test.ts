import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkLeftOut } from './check-left-out.ts';

const files = { 'node_modules/tide/index.js': '' };

test.each([
  ['native', ['node-modules']],
  ['raycast', ['node-modules']],
  ['vscode', []],
] as const)('checkLeftOut() finds in dependencies of a %s package %j', (kind, expected) => {
  const problems = checkLeftOut(goodPackage({ kind, files }));
  expect(problems.map(({ code }) => code)).toEqual(expected);
});
