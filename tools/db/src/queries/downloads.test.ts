import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDownloads, addIngestedLog, findIngestedLog, findUnknownVersions } from './downloads.ts';
import { mirrorEntries } from './mirror-entries.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entries = [
    makeEntry({ name: 'moon' }),
    makeEntry({ name: 'tide' }, [{ version: '1.1.0' }, { version: '1.0.0' }]),
  ];
  await database.transaction((transaction) =>
    mirrorEntries(
      transaction,
      entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
    ),
  );
});

const counted = (name: string, version: string, downloads: number, day = '2026-03-01') => ({
  name,
  version,
  day,
  downloads,
});

test('addDownloads() adds to each day of a version, and to the sum of its extension', async () => {
  await addDownloads(database, [
    counted('tide', '1.0.0', 2),
    counted('tide', '1.1.0', 3),
    counted('moon', '1.0.0', 7),
  ]);
  await addDownloads(database, [
    counted('tide', '1.0.0', 10),
    counted('tide', '1.0.0', 20, '2026-03-02'),
  ]);
  const sums = 'select name, download_count as count from extensions order by name';
  expect(await database.query(sums)).toEqual([
    { name: 'moon', count: 7 },
    { name: 'tide', count: 35 },
  ]);
  const days = `select version, day, downloads from daily_statistics
    join extensions on id = extension_id where name = 'tide' order by version, day`;
  expect(await database.query(days)).toEqual([
    { version: '1.0.0', day: '2026-03-01', downloads: 12 },
    { version: '1.0.0', day: '2026-03-02', downloads: 20 },
    { version: '1.1.0', day: '2026-03-01', downloads: 3 },
  ]);
});

test('what the index never had is left out, and found', async () => {
  const unknown = [counted('nope', '1.0.0', 5), counted('tide', '9.9.9', 5)];
  await addDownloads(database, [...unknown, counted('tide', '1.0.0', 1)]);
  const sums = 'select sum(download_count) as all from extensions';
  expect(await database.query(sums)).toEqual([{ all: 1 }]);
  const asked = [...unknown, counted('tide', '1.0.0', 1)];
  expect(await findUnknownVersions(database, asked)).toEqual([
    { name: 'nope', version: '1.0.0' },
    { name: 'tide', version: '9.9.9' },
  ]);
});

test('addIngestedLog() takes a log once, by its name and by its bytes', async () => {
  const log = { name: 'usage_1', sha256: 'a', downloads: 5 };
  expect(await addIngestedLog(database, log)).toBe(true);
  expect(await addIngestedLog(database, log)).toBe(false);
  expect(await addIngestedLog(database, { ...log, sha256: 'b' })).toBe(false);
  expect(await addIngestedLog(database, { ...log, name: 'usage_2' })).toBe(false);
  expect(await addIngestedLog(database, { ...log, name: 'usage_2', sha256: 'b' })).toBe(true);
});

test('findIngestedLog() finds the log of a name before that of the same bytes', async () => {
  const [first, second] = [
    { name: 'usage_1', sha256: 'a', downloads: 5 },
    { name: 'usage_2', sha256: 'b', downloads: 0 },
  ];
  for (const log of [first, second]) await addIngestedLog(database, log);
  expect(await findIngestedLog(database, { name: 'usage_2', sha256: 'a' })).toEqual(second);
  expect(await findIngestedLog(database, { name: 'usage_3', sha256: 'a' })).toEqual(first);
  expect(await findIngestedLog(database, { name: 'usage_3', sha256: 'c' })).toBeNull();
});
