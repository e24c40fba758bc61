import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type CountedInstall,
  countDailyInstall,
  findTotalStatistics,
  listDailyStatistics,
} from './statistics.ts';
import { ensureDailySalt } from './daily-salts.ts';
import { addDownloads } from './downloads.ts';
import { addInstall } from './installs.ts';
import { mirrorEntries } from './mirror-entries.ts';
import { addLocalUser } from './users.ts';

let database: TestDatabase;
let extensionId: number;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entry = makeEntry({ name: 'tide-table' });
  const [id = 0] = await database.transaction((transaction) =>
    mirrorEntries(transaction, [{ entry, verified: false, featuredRank: null }]),
  );
  extensionId = id;
});

const count = async (what: Partial<CountedInstall> = {}) => {
  const { day } = await ensureDailySalt(database);
  const digest = Buffer.from('machine');
  await countDailyInstall(database, {
    extensionId,
    version: '1.0.0',
    day,
    digest,
    what: 'install',
    ci: false,
    ...what,
  });
  return day;
};

const none = { installs: 0, uninstalls: 0, ciInstalls: 0, ciUninstalls: 0, downloads: 0 };

test('countDailyInstall() counts a digest once a day', async () => {
  const day = await count();
  await count();
  await count({ digest: Buffer.from('another') });
  expect(await listDailyStatistics(database, { extensionId, days: 1, version: null })).toEqual([
    { ...none, day, version: '1.0.0', installs: 2 },
  ]);
});

test('installs, uninstalls and those of a CI are counted apart', async () => {
  const digest = (text: string) => ({ digest: Buffer.from(text) });
  const day = await count();
  await count({ ...digest('b'), what: 'uninstall' });
  await count({ ...digest('c'), ci: true });
  await count({ ...digest('d'), ci: true });
  await count({ ...digest('e'), ci: true, what: 'uninstall' });
  await count({ ...digest('f'), version: '1.1.0' });
  expect(await listDailyStatistics(database, { extensionId, days: 1, version: null })).toEqual([
    {
      day,
      version: '1.0.0',
      installs: 1,
      uninstalls: 1,
      ciInstalls: 2,
      ciUninstalls: 1,
      downloads: 0,
    },
    { ...none, day, version: '1.1.0', installs: 1 },
  ]);
});

test('listDailyStatistics() has a row for a day on which nothing was', async () => {
  const day = await count();
  await yesterday();
  const rows = await listDailyStatistics(database, { extensionId, days: 3, version: null });
  expect(rows.map(({ version, installs }) => [version, installs])).toEqual([
    [null, 0],
    ['1.0.0', 1],
    [null, 0],
  ]);
  expect(rows[2]?.day).toBe(day);
});

test('findTotalStatistics() sums up all days and versions, with accounts and downloads', async () => {
  const total = { accounts: 0, ...none };
  expect(await findTotalStatistics(database, extensionId)).toEqual(total);
  await count();
  await yesterday();
  await count({ version: '1.1.0', digest: Buffer.from('b') });
  await count({ what: 'uninstall', ci: true, digest: Buffer.from('c') });
  await addDownloads(database, [
    { name: 'tide-table', version: '1.0.0', day: '2020-02-29', downloads: 7 },
  ]);
  const { userId } = await addLocalUser(database, 'moon');
  await addInstall(database, { extensionId, userId, version: '1.0.0' });
  const counted = { accounts: 1, installs: 2, ciUninstalls: 1, downloads: 7 };
  expect(await findTotalStatistics(database, extensionId)).toEqual({ ...total, ...counted });
  expect(await findTotalStatistics(database, 0)).toBeNull();
});

test('listDailyStatistics() of one version has rows of that alone', async () => {
  await count();
  const day = await count({ version: '1.1.0', digest: Buffer.from('b') });
  const of = { extensionId, days: 1, version: '1.1.0' };
  expect(await listDailyStatistics(database, of)).toEqual([
    { ...none, day, version: '1.1.0', installs: 1 },
  ]);
  expect(await listDailyStatistics(database, { ...of, version: '9.9.9' })).toEqual([
    { ...none, day, version: null },
  ]);
});

/** Lets a day go by. */
async function yesterday(): Promise<void> {
  for (const table of ['daily_salts', 'daily_digests', 'daily_statistics']) {
    await database.query(`update ${table} set day = day - 1`);
  }
}
