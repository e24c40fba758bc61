import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEntry, findExtensionId, findVersion } from './extensions.ts';
import { mirrorEntries, mirrorRemovals } from './mirror-entries.ts';

const unclearCode = { mayNeed: ['git' as const] };
const vscode = { id: 'tidewater.tide', extensionDependencies: [], extensionPack: ['harbor.lamp'] };

const entry = makeEntry(
  {
    name: 'tide',
    homepage: 'https://tide.example',
    source: { repositoryId: 7, repository: 'tidewater/tide' },
    owners: [
      { provider: 'github', id: 2, login: 'paper-lantern' },
      { provider: 'local', id: 1, login: 'tidewater' },
    ],
  },
  [
    { version: '10.0.0-beta.1', engines: {}, provenance: { tag: 'v10' }, vscode },
    { version: '9.0.0', engines: { orchestra: '>=1.2 <3' }, permissions: ['network'], unclearCode },
    { version: '2.0.0', status: 'quarantined', reason: 'Malware' },
  ],
);

delete entry.versions[2]?.unclearCode; // published before it was kept

let database: TestDatabase;
let id: number | undefined;
beforeAll(async () => {
  database = await makeDatabase();
  const entries = [entry, makeEntry({ name: 'gone' })];
  [id] = await mirrorEntries(
    database,
    entries.map((one) => ({ entry: one, verified: false, featuredRank: null })),
  );
  await mirrorRemovals(database, ['gone']);
});
afterAll(() => database[Symbol.asyncDispose]());

test('findExtensionId() knows a name as it is written, of what the index has', async () => {
  expect(await findExtensionId(database, 'tide')).toBe(id);
  for (const name of ['Tide', 'tid', 'gone', ''])
    expect(await findExtensionId(database, name)).toBeNull();
});

test('findEntry() gives back an entry to the letter, in the order of the index', async () => {
  expect(await findEntry(database, 'tide')).toEqual({ id, entry, author: null, repository: null });
  expect(await findEntry(database, 'gone')).toBeNull();
});

test('findVersion() finds one, yanked or not, with what was made of its entry', async () => {
  const find = (version: string, name = 'tide') => findVersion(database, { name, version });
  expect(await find('9.0.0')).toEqual({
    version: '9.0.0',
    status: 'live',
    yanked: false,
    reason: null,
    publishedAt: '2026-01-01T00:00:00.000Z',
    size: 1000,
    unpackedSize: 4000,
    sha256: '0'.repeat(64),
    engines: { orchestra: '>=1.2 <3' },
    minOrchestraVersion: '1.2.0',
    permissions: ['network'],
    unclearCode,
    packagePath: 'tide/tide-9.0.0.tar.gz',
    manifest: null,
    changelog: null,
  });
  expect(await find('2.0.0')).toMatchObject({
    unclearCode: null,
    status: 'quarantined',
    yanked: true,
    reason: 'Malware',
  });
  expect(await find('10.0.0-beta.1')).toMatchObject({ yanked: false, minOrchestraVersion: null });
  expect(await find('9.0')).toBeNull();
  expect(await find('1.0.0', 'gone')).toBeNull();
});
