import { expect, test } from 'vitest';
import {
  asExtensionId,
  isExtensionOf,
  namesOfExtensionId,
  readVscodeRelations,
} from './vscode-relations.ts';

const vscode = { name: 'tide-table', compat: 'vscode' } as const;

test('readVscodeRelations() gives the id and the ids that are some, each once', () => {
  const raw = {
    publisher: 'Tidewater',
    extensionDependencies: [' harbor.Base ', 'harbor.base', 'no id', 7, '../harbor.base'],
    extensionPack: 'harbor.base',
  };
  expect(readVscodeRelations({ ...vscode, raw })).toEqual({
    id: 'Tidewater.tide-table',
    extensionDependencies: ['harbor.base'],
    extensionPack: [],
  });
});

test('readVscodeRelations() of other kinds, and of a manifest that says nothing, is undefined', () => {
  const raw = { publisher: 'tidewater', extensionPack: ['harbor.base'] };
  expect(readVscodeRelations({ ...vscode, compat: 'native', raw })).toBeUndefined();
  expect(readVscodeRelations({ ...vscode, raw: { publisher: 'no publisher' } })).toBeUndefined();
  expect(readVscodeRelations({ ...vscode, raw: { extensionPack: ['harbor.base'] } })).toEqual({
    extensionDependencies: [],
    extensionPack: ['harbor.base'],
  });
});

test.each([
  ['harbor.base', 'harbor.base'],
  ['harbor', null],
  ['harbor.', null],
  ['harbor.base\nharbor.other', null],
  [`harbor.${'a'.repeat(101)}`, null],
])('asExtensionId() of %j is %j', (written, id) => expect(asExtensionId(written)).toBe(id));

test('namesOfExtensionId() gives the names that the registry would propose', () => {
  expect(namesOfExtensionId('Harbor.TideTable')).toEqual(['tide-table', 'tidetable']);
  expect(namesOfExtensionId('harbor.base')).toEqual(['base']);
});

test.each([
  ['harbor.base', 'live', 'harbor.base', true],
  ['Harbor.TideTable', 'live', 'harbor.tide-table', true],
  ['lantern.base', 'live', 'harbor.base', false],
  ['harbor.base', 'yanked', 'harbor.base', false],
  ['harbor.base', 'live', undefined, false],
] as const)('isExtensionOf(%j) of a %s version with the id %j is %j', (id, status, has, is) => {
  const relations = { extensionDependencies: [], extensionPack: [] };
  const version = {
    version: '1.0.0',
    sha256: 'a'.repeat(64),
    size: 1,
    unpackedSize: 1,
    engines: {},
    permissions: [],
    publishedAt: '2026-01-01T00:00:00.000Z',
    docs: {},
    status,
    ...(has === undefined ? {} : { vscode: { id: has, ...relations } }),
  };
  expect(isExtensionOf(id, { versions: [version] })).toBe(is);
});
