import { ensureDailySalt, listDailyStatistics, mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countOnce, type Counted } from './count-once.ts';

let database: TestDatabase;
let tide: number;
let moon: number;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entries = ['tide', 'moon'].map((name) => makeEntry({ name }));
  [tide = 0, moon = 0] = await mirrorEntries(
    database,
    entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
  );
});

const count = async (counted: Partial<Counted>, salt?: Buffer) => {
  const today = await ensureDailySalt(database);
  const event = { extensionId: tide, version: '1.0.0', what: 'install', ci: false } as const;
  const by = { who: 'machine 203.0.113.1', today: { ...today, ...(salt && { salt }) } };
  await countOnce(database, { ...event, ...by, ...counted });
};

const countsOf = async (extensionId: number) => {
  const [counts] = await listDailyStatistics(database, { extensionId, days: 1, version: null });
  return counts;
};

test('countOnce() counts a machine once for each extension, and apart where it builds', async () => {
  for (let nth = 0; nth < 2; nth += 1) {
    await count({});
    await count({ ci: true });
    await count({ extensionId: moon });
  }
  expect(await countsOf(tide)).toMatchObject({ installs: 1, ciInstalls: 1 });
  expect(await countsOf(moon)).toMatchObject({ installs: 1, ciInstalls: 0 });
});

test('countOnce() keeps nothing that could be made again without the salt of the day', async () => {
  await count({});
  await count({}, Buffer.alloc(32));
  expect(await countsOf(tide)).toMatchObject({ installs: 2 });
});
