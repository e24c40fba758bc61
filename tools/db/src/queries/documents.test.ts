import type { IndexVersion } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countDocumentJobs } from './document-jobs.ts';
import { copyDetails, type StoredDocuments, storeDocuments } from './documents.ts';
import { findEntry, findVersion } from './extensions.ts';
import { mirrorEntries } from './mirror-entries.ts';

let database: TestDatabase;
let extensionId: number;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  await mirror([{ version: '2.0.0' }, { version: '1.0.0' }]);
});

async function mirror(versions: (Partial<IndexVersion> & { version: string })[]) {
  const entry = makeEntry({ name: 'tide' }, versions);
  const [id = 0] = await mirrorEntries(database, [{ entry, verified: false, featuredRank: null }]);
  extensionId = id;
}

async function store(version: string, documents: Partial<StoredDocuments>): Promise<void> {
  const [row] = await database.query<{ id: number }>(
    'select id from extension_versions where version = $1',
    [version],
  );
  const nothing = { manifest: null, readme: null, changelog: null, author: null, repository: null };
  await storeDocuments(database, [{ versionId: row?.id ?? 0, ...nothing, ...documents }]);
}

const details = async () => {
  const { author, repository } = (await findEntry(database, 'tide')) ?? {};
  return { author, repository };
};
const none = { author: null, repository: null };
const written = { author: 'Tide Water', repository: 'https://git.example/tide' };

test('storeDocuments() keeps what a version says, in place of what it said, and ends its job', async () => {
  const first = { manifest: { name: 'tide', main: 'a.js' }, changelog: '## 1' };
  await store('1.0.0', first);
  expect(await findVersion(database, { name: 'tide', version: '1.0.0' })).toMatchObject(first);
  expect(await countDocumentJobs(database)).toBe(1);
  await store('1.0.0', { changelog: '## 2' });
  const second = { manifest: null, changelog: '## 2' };
  expect(await findVersion(database, { name: 'tide', version: '1.0.0' })).toMatchObject(second);
  const other = { manifest: null, changelog: null };
  expect(await findVersion(database, { name: 'tide', version: '2.0.0' })).toMatchObject(other);
});

test('storeDocuments() of a version that is gone keeps nothing', async () => {
  const nothing = { manifest: null, readme: null, changelog: null, ...none };
  await storeDocuments(database, [{ versionId: 0, ...nothing }]);
  expect(await countDocumentJobs(database)).toBe(2);
});

test('copyDetails() gives an extension what its newest live version says, once that is read', async () => {
  await store('1.0.0', { author: 'Somebody', repository: null });
  await copyDetails(database, [extensionId]);
  expect(await details()).toEqual(none);
  await store('2.0.0', written);
  expect(await details()).toEqual(none);
  await copyDetails(database, [extensionId]);
  expect(await details()).toEqual(written);
  await store('2.0.0', {});
  await copyDetails(database, [extensionId]);
  expect(await details()).toEqual(none);
});

test('copyDetails() leaves what is equal untouched, and knows no other extension', async () => {
  await store('2.0.0', written);
  await copyDetails(database, []);
  expect(await details()).toEqual(none);
  await copyDetails(database, [extensionId]);
  const place = () => database.query('select ctid::text from extensions');
  const before = await place();
  await copyDetails(database, [extensionId, 0]);
  expect(await place()).toEqual(before);
});

test('a mirror whose newest live version is another has the details of that, or those before until it is read', async () => {
  await store('2.0.0', written);
  await copyDetails(database, [extensionId]);
  await mirror([{ version: '2.0.0', status: 'yanked' }, { version: '1.0.0' }]);
  expect(await details()).toEqual(written);
  await store('1.0.0', { author: 'Somebody' });
  await mirror([{ version: '2.0.0', status: 'yanked' }, { version: '1.0.0' }]);
  expect(await details()).toEqual({ author: 'Somebody', repository: null });
});
