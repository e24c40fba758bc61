import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addInstall, endInstall, findInstallTarget } from './installs.ts';
import { addLocalUser, lockUser } from './users.ts';
import { mirrorEntries, mirrorRemovals } from './mirror-entries.ts';

let database: TestDatabase;
let of: { extensionId: number; userId: number };

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entry = makeEntry({ name: 'tide-table' });
  const [extensionId = 0] = await database.transaction((transaction) =>
    mirrorEntries(transaction, [{ entry, verified: false, featuredRank: null }]),
  );
  of = { extensionId, userId: (await addLocalUser(database, 'moon')).userId };
});

const install = (version: string, by = of) =>
  database.transaction(async (transaction) => {
    await lockUser(transaction, by.userId);
    return addInstall(transaction, { ...by, version });
  });

const rows = () =>
  database.query(
    `select version, uninstalled_at is null as open from extension_installs order by installed_at`,
  );

const accounts = async () => {
  const [row] = await database.query<{ count: number }>(
    'select install_count as count from extensions',
  );
  return row?.count;
};

/** Makes everything that was written be of some days before. */
const age = (days: number) =>
  database.query(
    `update extension_installs
     set installed_at = installed_at - $1 * interval '1 day',
         uninstalled_at = uninstalled_at - $1 * interval '1 day'`,
    [days],
  );

test('addInstall() of the same version again changes nothing', async () => {
  expect(await install('1.0.0')).toBe(true);
  const before = await database.query('select ctid::text, * from extension_installs');
  expect(await install('1.0.0')).toBe(false);
  expect(await database.query('select ctid::text, * from extension_installs')).toEqual(before);
  expect(await accounts()).toBe(1);
});

test('addInstall() of another version takes the place of the one that is installed', async () => {
  await install('1.0.0');
  await age(3);
  expect(await install('1.1.0')).toBe(true);
  expect(await rows()).toEqual([{ version: '1.1.0', open: true }]);
  expect(await accounts()).toBe(1);
});

test('addInstall() of what was removed on another day is a row of its own, and counts no account again', async () => {
  await install('1.0.0');
  expect(await endInstall(database, of)).toBe('1.0.0');
  await age(1);
  await install('1.1.0');
  expect(await rows()).toEqual([
    { version: '1.0.0', open: false },
    { version: '1.1.0', open: true },
  ]);
  expect(await accounts()).toBe(1);
});

test('who installs and removes all day long has one row', async () => {
  for (const version of ['1.0.0', '1.0.0', '1.1.0']) {
    await install(version);
    await endInstall(database, of);
  }
  expect(await rows()).toEqual([{ version: '1.1.0', open: false }]);
  expect(await accounts()).toBe(1);
});

test.each([
  ['before midnight', '-1 minute', 2],
  ['at midnight', '0 minutes', 1],
])('a day is one in UTC wherever the server is: removed %s', async (_when, since, count) => {
  await install('1.0.0');
  await endInstall(database, of);
  await database.query(
    `update extension_installs set installed_at = now() - interval '2 days',
       uninstalled_at = date_trunc('day', now(), 'UTC') + $1::interval`,
    [since],
  );
  await database.transaction(async (transaction) => {
    await transaction.query('set local time zone 14'); // hours east, as on Kiritimati
    await addInstall(transaction, { ...of, version: '1.0.0' });
  });
  expect(await rows()).toHaveLength(count);
});

test('endInstall() of what was never installed, or is removed already, does nothing', async () => {
  expect(await endInstall(database, of)).toBeNull();
  await install('1.0.0');
  await endInstall(database, of);
  const before = await database.query('select * from extension_installs');
  expect(await endInstall(database, of)).toBeNull();
  expect(await database.query('select * from extension_installs')).toEqual(before);
});

test('each account counts once', async () => {
  const other = { ...of, userId: (await addLocalUser(database, 'tide')).userId };
  await install('1.0.0');
  await install('1.0.0', other);
  await endInstall(database, other);
  expect(await accounts()).toBe(2);
});

test('findInstallTarget() knows every version that was published, of what the index has', async () => {
  const find = (name: string, version: string) => findInstallTarget(database, { name, version });
  const { extensionId } = of;
  expect(await find('tide-table', '1.0.0')).toEqual({ extensionId, hasVersion: true });
  expect(await find('tide-table', '1.0.1')).toEqual({ extensionId, hasVersion: false });
  expect(await find('tide', '1.0.0')).toBeNull();
  const yanked = makeEntry({ name: 'tide-table' }, [{ version: '1.0.0', status: 'yanked' }]);
  await mirrorEntries(database, [{ entry: yanked, verified: false, featuredRank: null }]);
  expect(await find('tide-table', '1.0.0')).toEqual({ extensionId, hasVersion: true });
  await mirrorRemovals(database, ['tide-table']);
  expect(await find('tide-table', '1.0.0')).toBeNull();
});
