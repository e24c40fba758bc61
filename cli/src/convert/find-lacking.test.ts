import { permissions, type UnresolvedCode } from '@orchestra/core';
import { expect, test } from 'vitest';
import type { FoundCode } from './conversion.ts';
import { describeLacking, findLacking } from './find-lacking.ts';

const found: FoundCode = {
  from: 'package',
  entries: ['dist/main.js'],
  unbuilt: [],
  sources: {},
  bundled: [],
  missing: [],
  lookedFor: [],
  notInstalled: [],
};

const place = (line: number) => ({ file: 'dist/main.js', line, column: 1 });
const cut: UnresolvedCode = {
  reason: 'over-limit',
  what: 'code that leads around',
  permissions: [...permissions],
  place: place(1),
};
const passed: UnresolvedCode = {
  reason: 'passed-on',
  what: 'document',
  permissions: ['network'],
  place: place(2),
};
const more: UnresolvedCode = { ...cut, what: '9 more such places', place: place(3) };

const lackingOf = (unresolved: UnresolvedCode[], of: { declared: string[]; code?: object }) =>
  findLacking({
    analysis: { format: 1, permissions: [], unresolved, unsupported: [] },
    code: { ...found, ...of.code },
    manifest: { permissions: of.declared },
  });

test('findLacking() finds nothing where all code was read, or may need no more than is declared', () => {
  expect(lackingOf([], { declared: [] })).toBeNull();
  expect(lackingOf([passed], { declared: ['network'] })).toBeNull();
  expect(lackingOf([cut, more], { declared: [...permissions] })).toBeNull();
});

test('findLacking() tells code that was not read to its end from code that nobody can tell', () => {
  const rest = permissions.filter((each) => each !== 'network');
  expect(lackingOf([cut, passed, more], { declared: ['network'] })).toEqual({
    mayNeed: rest,
    absent: [],
    unread: ['dist/main.js:1:1'],
    unresolved: ['dist/main.js:3:1'],
  });
  expect(lackingOf([passed], { declared: ['git'] })).toEqual({
    mayNeed: ['network'],
    absent: [],
    unread: [],
    unresolved: ['dist/main.js:2:1'],
  });
});

test('findLacking() expects of code that is not there that it may need anything', () => {
  const code = { missing: ['dist/web.js'], notInstalled: ['left-pad'] };
  expect(lackingOf([], { declared: ['git'], code })).toEqual({
    mayNeed: permissions.filter((each) => each !== 'git'),
    absent: ['dist/web.js', 'left-pad'],
    unread: [],
    unresolved: [],
  });
});

test('describeLacking() names the first places', () => {
  const lacking = {
    mayNeed: ['git' as const],
    absent: ['z'],
    unread: ['a.js:1:1'],
    unresolved: [...'bcdef'],
  };
  expect(describeLacking(lacking)).toBe(
    'z could not be found, and a.js:1:1 could not be read, or not to the end, and nobody can tell what is used at b, c, d and 2 more. It may need git as well.',
  );
});
