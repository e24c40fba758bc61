import type { PackageAnalysis } from '@orchestra/core';
import { expect, test } from 'vitest';
import { comparePermissions } from './compare-permissions.ts';

const analysis = (
  used: readonly PackageAnalysis['permissions'][number]['permission'][],
): Pick<PackageAnalysis, 'permissions' | 'unresolved'> => ({
  permissions: used.map((permission, at) => ({
    permission,
    count: 1,
    uses: [{ call: 'x', place: { file: 'src/main.ts', line: at + 1, column: 1 } }],
  })),
  unresolved: [],
});

test('comparePermissions() tells each difference once, the worst first, each with its place', () => {
  const { differences, found, seen } = comparePermissions({
    declared: ['clipboard', 'git', 'filesystem.read'],
    analysis: analysis(['clipboard', 'network', 'ai.chat']),
    run: {
      seen: new Map([
        ['network', 'src/main.ts:9:1'],
        ['filesystem.read', null],
      ]),
      isComplete: false,
    },
  });
  expect([found, seen]).toEqual([
    ['ai.chat', 'clipboard', 'network'],
    ['filesystem.read', 'network'],
  ]);
  expect(
    differences.map(({ severity, what, permission, place }) =>
      [severity, what, permission, place].join(' '),
    ),
  ).toEqual([
    'error used-undeclared network src/main.ts:9:1',
    'error found-undeclared ai.chat src/main.ts:3:1',
    'note not-seen clipboard src/main.ts:1:1',
    'warning declared-unused git package.json#/permissions/1',
  ]);
});

test('comparePermissions() calls nothing unused that code of which nobody can tell may use', () => {
  const code = { reason: 'evaluated-code', what: 'eval', permissions: ['git'] } as const;
  const place = { file: 'src/main.ts', line: 1, column: 1 };
  const unresolved = [{ ...code, permissions: [...code.permissions], place }];
  const facts = { declared: ['git', 'network'], run: null };
  expect(comparePermissions({ ...facts, analysis: null }).differences).toEqual([]);
  expect(
    comparePermissions({ ...facts, analysis: { permissions: [], unresolved } }).differences,
  ).toMatchObject([{ what: 'declared-unused', permission: 'network' }]);
});

test('comparePermissions() warns of what a complete run did not use, whether or not the code is known', () => {
  const run = { seen: new Map<string, string>(), isComplete: true };
  const place = 'package.json#/permissions/0';
  expect(comparePermissions({ declared: ['git'], analysis: null, run })).toMatchObject({
    found: null,
    differences: [{ severity: 'warning', what: 'not-seen', place }],
  });
  expect(
    comparePermissions({ declared: ['git'], analysis: analysis(['git']), run }).differences,
  ).toMatchObject([{ severity: 'warning', what: 'not-seen', place: 'src/main.ts:1:1' }]);
});
