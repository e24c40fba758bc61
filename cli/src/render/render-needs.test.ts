import type { MissingModule, UnresolvedCode, UsedPermission } from '@orchestra/core';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { type KnownNeeds, renderNeeds } from './render-needs.ts';

const place = { file: 'dist/main.js', line: 1, column: 1 };
const cut: UnresolvedCode = {
  reason: 'over-limit',
  what: 'code that leads around',
  permissions: ['network'],
  place,
};
const absent = (module: string, isCertain = false): MissingModule => ({ module, isCertain, place });
const network: UsedPermission = {
  permission: 'network',
  count: 1,
  uses: [{ call: 'fetch', place }],
};
const nothing: KnownNeeds = { permissions: [], unresolved: [] };
const show = (known: Partial<KnownNeeds>, packed?: true) =>
  renderNeeds(
    { ...nothing, ...known },
    { style: makeStyle(false), ...(packed === undefined ? {} : { packed }) },
  );

test.each<[string, Partial<KnownNeeds>, string]>([
  ['code that needs nothing', {}, '  no permissions'],
  [
    'code that was not read to its end',
    { unresolved: [cut, cut] },
    '  not known yet: dist/main.js couldn’t be read to the end',
  ],
  [
    'code that can not be read at all',
    { unread: ['a.js', 'b.js'] },
    '  not known yet: a.js, b.js couldn’t be read',
  ],
  [
    'code that is no JavaScript',
    { unresolved: [{ ...cut, reason: 'unreadable' }] },
    '  not known yet: dist/main.js couldn’t be read to the end',
  ],
  [
    'code that is not in the package',
    { missing: [absent('./gull'), absent('./gull'), absent('moon', true)] },
    "  not known yet: './gull', 'moon' aren’t in the package",
  ],
  [
    'what the app gives to extensions',
    { missing: [absent('vscode'), { ...absent('@raycast/api'), inProgram: true }] },
    '  no permissions',
  ],
  [
    'code that was read and can not be told',
    { unresolved: [{ ...cut, what: '9 more such places' }] },
    '  nobody can tell by reading it',
  ],
])('renderNeeds() shows of %s', (_what, known, expected) => {
  expect(show(known)).toBe(expected);
});

test('renderNeeds() shows what is known, and below it what is not', () => {
  const missing = [absent('./perhaps'), absent('./surely', true)];
  expect(show({ permissions: [network], unresolved: [cut], missing }).split('\n')).toEqual([
    '  network  dist/main.js:1:1  fetch',
    '  not known yet: dist/main.js couldn’t be read to the end',
    "  not known yet: './surely' isn’t in the package",
  ]);
});

test('renderNeeds() does not promise of a package that it will be known', () => {
  expect(show({ unresolved: [cut] }, true)).toBe(
    '  not known: dist/main.js couldn’t be read to the end',
  );
});
