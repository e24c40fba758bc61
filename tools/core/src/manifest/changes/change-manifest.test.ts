import { expect, test } from 'vitest';
import { parseManifest } from '../parse-manifest.ts';
import { changeManifest, type Proposal } from './change-manifest.ts';
import { foreignKind } from './foreign-kind.ts';
import { proposeCategories } from './propose-categories.ts';
import { proposeCompat } from './propose-compat.ts';
import { proposeEngines } from './propose-engines.ts';
import { proposeName } from './propose-name.ts';
import { proposeNoEmails } from './propose-no-emails.ts';
import { proposePermissions } from './propose-permissions.ts';
import { proposeShapes } from './propose-shapes.ts';
import { proposeVersion } from './propose-version.ts';

/** What a manifest becomes, and that the same again changes nothing. */
function change(fields: object, ...proposals: Proposal[]): unknown {
  const { text } = changeManifest(JSON.stringify(fields, null, 2), proposals);
  expect(changeManifest(text, proposals)).toEqual({ text, changes: [] });
  return JSON.parse(text);
}

const named: Proposal = (manifest) => proposeName(manifest, { folder: 'Tide Table' });

test.each<[object, object]>([
  [{ name: 'tide-table' }, { name: 'tide-table' }],
  [{ name: 'tideTable' }, { name: 'tide-table', displayName: 'tideTable' }],
  [{ name: '@tidewater/Tide_Table' }, { name: 'tide-table', displayName: 'Tide_Table' }],
  [
    { name: 'Tide~Table', title: 'Tides' },
    { name: 'tide-table', title: 'Tides' },
  ],
  [{ name: 'con' }, { name: 'con-extension', displayName: 'con' }],
  [{ name: '潮' }, { name: 'tide-table', displayName: '潮' }],
  [{ main: 'x.js' }, { main: 'x.js', name: 'tide-table' }],
])('proposeName() of %j', (before, after) => {
  expect(change(before, named)).toEqual(after);
});

test('proposeName() takes the name that was chosen', () => {
  const chosen: Proposal = (manifest) => proposeName(manifest, { folder: 'x', chosen: 'ebb' });
  expect(change({ name: 'tide-table' }, chosen)).toEqual({
    name: 'ebb',
    displayName: 'tide-table',
  });
});

test.each([
  [undefined, '', '1.0.0'],
  [undefined, '# Tides\n\n## [Fixes] - 2024-05-01\n- calm', '1.0.0'],
  [undefined, '## [Unreleased]\n\n## [1.4.0] - 2024\n\n## [1.10.0]\n\n## 1.2.0', '1.10.0'],
  ['1.2.3', '## 9.9.9', '1.2.3'],
  ['v1.2.3+build', '', '1.2.3'],
  ['v1.2', '', '1.2.0'],
  ['spring', '', 'spring'],
])('proposeVersion() of %j', (version, changelog, expected) => {
  expect(change({ version }, (manifest) => proposeVersion(manifest, changelog))).toEqual({
    version: expected,
  });
});

test.each<[object, object]>([
  [{}, { engines: { vscode: '*', orchestra: '^1.0.0' } }],
  [{ engines: { vscode: '^1.90.0' } }, { engines: { vscode: '^1.90.0', orchestra: '^1.0.0' } }],
  [{ engines: ['node >= 0.8'] }, { engines: { vscode: '*', orchestra: '^1.0.0' } }],
  [{ engines: { orchestra: '>=1' } }, { engines: { orchestra: '>=1', vscode: '*' } }],
])('proposeEngines() of %j', (before, after) => {
  expect(change(before, (manifest) => proposeEngines(manifest, 'vscode'))).toEqual(after);
});

test.each<[object, object]>([
  [{ categories: ['Snippets', 'Programming Languages', 'Other'] }, { categories: ['languages'] }],
  [{ categories: ['git'] }, { categories: ['git'] }],
  [{ categories: ['Other'] }, {}],
  [{ categories: [] }, { categories: [] }],
  [
    { categories: ['Other'], contributes: { grammars: [], themes: [] } },
    { categories: ['languages', 'themes'], contributes: { grammars: [], themes: [] } },
  ],
  [{ contributes: { constructor: [] } }, { contributes: { constructor: [] } }],
  [{ categories: 'Themes, Other' }, { categories: ['themes'] }],
])('proposeCategories() of %j', (before, after) => {
  expect(change(before, proposeShapes, proposeCategories)).toEqual(after);
});

test('proposeCategories() tells what has no counterpart', () => {
  const before = JSON.stringify({ categories: ['Themes', 'Other', 'Boats'] });
  const { changes } = changeManifest(before, [proposeCategories]);
  expect(changes).toEqual([
    {
      path: '/categories',
      found: ['Themes', 'Other', 'Boats'],
      value: ['themes'],
      reason: "no counterpart here for 'Other', 'Boats'; the rest as they are called here",
    },
  ]);
});

test('proposeNoEmails() takes every email out of values, and leaves all else', () => {
  const before = {
    author: 'Jane <jane@tide.io> (https://tide.io)',
    bugs: { url: 'https://tide.io/bugs', email: 'bugs@tide.io' },
    contributors: ['joe@tide.io', 'Ann <ann@tide.io>', { name: 'Bo', email: 'bo@tide.io' }],
    'x/y~z': { list: [['ann@tide.io']] },
  };
  expect(change(before, proposeNoEmails)).toEqual({
    author: 'Jane (https://tide.io)',
    bugs: { url: 'https://tide.io/bugs' },
    contributors: ['Ann', { name: 'Bo' }],
    'x/y~z': { list: [[]] },
  });
});

test('proposeNoEmails() leaves a key that holds one, and what is below it', () => {
  const { changes } = changeManifest('{"jane@tide.io":{"a":"joe@tide.io"}}', [proposeNoEmails]);
  expect(changes).toEqual([]);
});

test('proposePermissions() declares what is used, and leaves a declaration that says so', () => {
  const used: Proposal = (manifest) => proposePermissions(manifest, ['network', 'clipboard']);
  expect(change({}, used)).toEqual({ permissions: ['network', 'clipboard'] });
  expect(change({ permissions: ['clipboard', 'network'] }, used)).toEqual({
    permissions: ['clipboard', 'network'],
  });
  expect(change({ permissions: ['network', 'network'] }, used)).toEqual({
    permissions: ['network', 'clipboard'],
  });
});

test('proposeShapes() writes a licence as SPDX does', () => {
  expect(change({ license: { type: 'MIT', url: 'https://tide.io' } }, proposeShapes)).toEqual({
    license: 'MIT',
  });
});

test.each<[object, ReturnType<typeof foreignKind>]>([
  [{ engines: { vscode: '*' } }, 'vscode'],
  [{ devDependencies: { '@types/vscode': '*' } }, 'vscode'],
  [{ contributes: { themes: [] } }, 'vscode'],
  [{ commands: [{ name: 'a', mode: 'view' }] }, 'raycast'],
  [{ $schema: 'https://www.raycast.com/schemas/extension.json' }, 'raycast'],
  [{ compat: 'raycast' }, 'raycast'],
  [{ compat: 'native', contributes: {} }, null],
  [{ engines: { orchestra: '^1.0.0' }, contributes: {} }, null],
  [{ name: 'left-pad', main: 'index.js' }, null],
])('foreignKind() of %j', (fields, kind) => {
  const { manifest } = parseManifest(JSON.stringify(fields));
  expect(manifest === null ? 'unread' : foreignKind(manifest)).toBe(kind);
});

test('changeManifest() says nothing of compat where it is said, and leaves what is no manifest', () => {
  const said: Proposal = (manifest) => proposeCompat(manifest, 'vscode');
  expect(change({ compat: 'vs-code' }, said)).toEqual({ compat: 'vscode' });
  expect(changeManifest('[1,', [said])).toEqual({ text: '[1,', changes: [] });
});
