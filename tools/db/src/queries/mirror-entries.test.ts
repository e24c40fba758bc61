import type { IndexEntry } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  findMirroredAt,
  listMirroredNames,
  mirrorEntries,
  mirrorRemovals,
} from './mirror-entries.ts';
import type { MirroredEntry } from './mirror-extensions.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => emptyTables(database));

const mirror = (...entries: (IndexEntry | MirroredEntry)[]) =>
  database.transaction((transaction) =>
    mirrorEntries(
      transaction,
      entries.map((entry) =>
        'entry' in entry ? entry : { entry, verified: false, featuredRank: null },
      ),
    ),
  );

/** Where every row stands: a row that is written again stands elsewhere. */
const places = () =>
  database.query(
    `select ctid::text, name from extensions
     union all select ctid::text, version from extension_versions
     union all select ctid::text, login from extension_owners
     union all select ctid::text, login from users
     order by 1, 2`,
  );

const tide = makeEntry(
  {
    name: 'tide-table',
    displayName: 'Tide table',
    categories: ['themes', 'data'],
    tags: ['sea', 'a "quoted", {braced} \\ tag'],
    source: { repositoryId: 7, repository: 'tidewater/tide-table' },
    owners: [
      { provider: 'local', id: 1, login: 'tidewater' },
      { provider: 'github', id: 2, login: 'paper-lantern' },
    ],
  },
  [
    { version: '2.0.0-beta.1', publishedAt: '2026-03-01T00:00:00.000Z' },
    {
      version: '1.1.0',
      permissions: ['network'],
      unclearCode: { mayNeed: ['git'] },
      publishedAt: '2026-02-01T00:00:00.000Z',
      docs: { 'manifest.json': 'a'.repeat(64), 'icon.png': 'b'.repeat(64) },
      provenance: { tag: 'v1.1.0' },
    },
    { version: '1.0.0', status: 'yanked', reason: 'Sinks' },
  ],
);

test('mirrorEntries() keeps everything that an entry says', async () => {
  const ids = await mirror({ entry: tide, verified: true, featuredRank: 3 });
  const [extension] = await database.query('select * from extensions');
  expect(extension).toMatchObject({
    id: ids[0],
    name: 'tide-table',
    display_name: 'Tide table',
    description: 'What tide-table does',
    icon: 'icon.png',
    categories: ['themes', 'data'],
    tags: tide.tags,
    source: tide.source,
    latest_version: '1.1.0',
    latest_permissions: ['network'],
    latest_may_need: ['git'],
    featured: true,
    featured_rank: 3,
    verified: true,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-02-01T00:00:00.000Z',
    deleted_at: null,
  });
  expect(
    await database.query(
      'select provider, account_id as id, login from extension_owners order by position',
    ),
  ).toEqual(tide.owners);
  const versions = await database.query<{ version: string }>(
    'select * from extension_versions order by position',
  );
  expect(versions.map(({ version }) => version)).toEqual(['2.0.0-beta.1', '1.1.0', '1.0.0']);
  expect(versions[1]).toMatchObject({
    package_path: 'tide-table/tide-table-1.1.0.tar.gz',
    sha256: '0'.repeat(64),
    size: 1000,
    unpacked_size: 4000,
    engines: { orchestra: '^1.0.0' },
    min_orchestra_version: '1.0.0',
    permissions: ['network'],
    unclear_code: { mayNeed: ['git'] },
    status: 'live',
    yanked: false,
    reason: null,
    provenance: { tag: 'v1.1.0' },
    docs: { 'manifest.json': 'a'.repeat(64), 'icon.png': 'b'.repeat(64) },
    manifest: null,
  });
  expect(versions[2]).toMatchObject({ status: 'yanked', yanked: true, reason: 'Sinks' });
  const [jobs] = await database.query('select count(*) from document_jobs');
  expect(jobs).toEqual({ count: 3 });
});

test('mirrorEntries() writes no row again that did not change', async () => {
  await mirror(tide);
  const before = await places();
  await mirror(tide);
  expect(await places()).toEqual(before);
});

test('mirrorEntries() of a new version moves no other', async () => {
  await mirror(tide);
  const version = (place: object) => JSON.stringify(place).includes('1.0.0');
  const before = (await places()).filter(version);
  await mirror(
    makeEntry({ ...tide, name: 'tide-table' }, [{ version: '3.0.0' }, ...tide.versions]),
  );
  expect((await places()).filter(version)).toEqual(before);
  const versions = await database.query('select version from extension_versions order by position');
  expect(versions).toHaveLength(4);
  expect(versions[0]).toEqual({ version: '3.0.0' });
});

test('mirrorEntries() changes what changed, and removes versions and owners that are gone', async () => {
  await mirror(tide);
  const changed = makeEntry(
    { ...tide, owners: [{ provider: 'github', id: 1, login: 'paper-lamp' }] }, // not the local 1
    [{ version: '1.1.0', status: 'quarantined', reason: 'Malware' }, { version: '1.0.0' }],
  );
  await mirror(changed);
  expect(await database.query('select login from extension_owners')).toEqual([
    { login: 'paper-lamp' },
  ]);
  expect(
    await database.query(
      'select version, status, reason from extension_versions order by position',
    ),
  ).toEqual([
    { version: '1.1.0', status: 'quarantined', reason: 'Malware' },
    { version: '1.0.0', status: 'live', reason: null },
  ]);
  const [extension] = await database.query('select latest_version, icon from extensions');
  expect(extension).toEqual({ latest_version: '1.0.0', icon: null });
});

test('an extension that is gone is marked, and not any more once it is back', async () => {
  const [id] = await mirror(tide, makeEntry({ name: 'other' }));
  const remove = () =>
    database.transaction((transaction) => mirrorRemovals(transaction, ['tide-table', 'never-was']));
  expect(await remove()).toEqual([id]);
  expect(await remove()).toEqual([]);
  const gone = () => database.query('select name from extensions where deleted_at is not null');
  expect(await gone()).toEqual([{ name: 'tide-table' }]);
  expect(await mirror(tide)).toEqual([id]);
  expect(await gone()).toEqual([]);
});

test('owners become accounts; a login that another account has stays with it', async () => {
  await database.query(
    `insert into users (provider, account_id, login) values ('local', 9, 'Tidewater')`,
  );
  await mirror(tide, makeEntry({ name: 'other' }));
  expect(
    await database.query('select provider, account_id, login from users order by account_id'),
  ).toEqual([
    { provider: 'github', account_id: 2, login: 'paper-lantern' },
    { provider: 'local', account_id: 9, login: 'Tidewater' },
  ]);
});

test('mirrorEntries() of nothing does nothing', async () => {
  expect(await mirror()).toEqual([]);
  expect(await places()).toEqual([]);
});

test('listMirroredNames() has what the index had last, and what is back again', async () => {
  expect(await listMirroredNames(database)).toEqual([]);
  await mirror(tide, makeEntry({ name: 'other' }));
  await mirrorRemovals(database, ['other']);
  expect(await listMirroredNames(database)).toEqual(['tide-table']);
  await mirror(makeEntry({ name: 'other' }));
  expect((await listMirroredNames(database)).toSorted()).toEqual(['other', 'tide-table']);
});

test('findMirroredAt() tells since when a version is there, however often it is mirrored', async () => {
  const at = (version: string) => findMirroredAt(database, { name: 'tide-table', version });
  expect(await at('1.0.0')).toBeNull();
  await mirror(tide);
  const first = await at('1.0.0');
  expect(Date.parse(first ?? '')).not.toBeNaN();
  await mirror({ ...tide, description: 'Another one' });
  expect(await at('1.0.0')).toBe(first);
  expect(await at('9.9.9')).toBeNull();
  await mirrorRemovals(database, ['tide-table']);
  expect(await at('1.0.0')).toBeNull();
});
