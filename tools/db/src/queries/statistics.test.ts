import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countDailyInstall, type CountedInstall, listDailyStatistics } from './statistics.ts';
import { ensureDailySalt, eraseDailySalts } from './daily-salts.ts';
import { mirrorEntries } from './mirror-entries.ts';

let database: TestDatabase;
let extensionId: number;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query('truncate extensions, daily_salts, daily_digests cascade');
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

test('ensureDailySalt() keeps the salt for the day', async () => {
  const first = await ensureDailySalt(database);
  expect(first.salt).toHaveLength(32);
  expect(await ensureDailySalt(database)).toEqual(first);
});

test('the first count of a new day erases the salt and the digests of the day before, and no count', async () => {
  const day = await count();
  const { salt } = await ensureDailySalt(database);
  await yesterday();
  await count();
  expect((await ensureDailySalt(database)).salt).not.toEqual(salt);
  expect(await database.query('select day from daily_salts')).toEqual([{ day }]);
  expect(await database.query('select day from daily_digests')).toEqual([{ day }]);
  const counted = await listDailyStatistics(database, { extensionId, days: 2, version: null });
  expect(counted.map(({ installs }) => installs)).toEqual([1, 1]);
});

test('eraseDailySalts() erases those of days that are over, and leaves those of today', async () => {
  await count();
  await eraseDailySalts(database);
  expect(await database.query('select from daily_digests')).toHaveLength(1);
  await yesterday();
  await eraseDailySalts(database);
  expect(await database.query('select from daily_salts')).toEqual([]);
  expect(await database.query('select from daily_digests')).toEqual([]);
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

/** Lets a day go by. */
async function yesterday(): Promise<void> {
  for (const table of ['daily_salts', 'daily_digests', 'daily_statistics']) {
    await database.query(`update ${table} set day = day - 1`);
  }
}
