import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureDailySalt, eraseDailySalts, hasOverdueSalts } from './daily-salts.ts';
import { mirrorEntries } from './mirror-entries.ts';
import { countDailyInstall, listDailyStatistics } from './statistics.ts';

let database: TestDatabase;
let extensionId: number;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entry = makeEntry({ name: 'tide-table' });
  const [id = 0] = await mirrorEntries(database, [{ entry, verified: false, featuredRank: null }]);
  extensionId = id;
});

const count = async () => {
  const { day } = await ensureDailySalt(database);
  const of = { extensionId, version: '1.0.0', day, digest: Buffer.from('machine') };
  await countDailyInstall(database, { ...of, what: 'install', ci: false });
  return day;
};

test('ensureDailySalt() keeps the salt for the day', async () => {
  const first = await ensureDailySalt(database);
  expect(first.salt).toHaveLength(32);
  expect(await ensureDailySalt(database)).toEqual(first);
});

test.each([14, -11])(
  'a salt is of the day in UTC, also on a server %i hours east',
  async (hours) => {
    const { day } = await ensureDailySalt(database);
    const [today] = await database.query(`select (now() at time zone 'UTC')::date as day`);
    expect(today).toEqual({ day });
    await emptyTables(database, 'daily_salts');
    const there = database.transaction(async (transaction) => {
      await transaction.query(`set local time zone ${hours}`);
      return ensureDailySalt(transaction);
    });
    expect(await there).toMatchObject({ day });
  },
);

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

test('hasOverdueSalts() tells of a salt once its day is over for a day, and no more once it is erased', async () => {
  expect(await hasOverdueSalts(database)).toBe(false);
  await count();
  await yesterday();
  expect(await hasOverdueSalts(database)).toBe(false);
  await yesterday();
  expect(await hasOverdueSalts(database)).toBe(true);
  await ensureDailySalt(database);
  expect(await hasOverdueSalts(database)).toBe(false);
});

/** Lets a day go by. */
async function yesterday(): Promise<void> {
  for (const table of ['daily_salts', 'daily_digests', 'daily_statistics']) {
    await database.query(`update ${table} set day = day - 1`);
  }
}
