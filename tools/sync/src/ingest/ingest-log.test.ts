import { sha256Hex } from '@orchestra/core/node';
import { mirrorEntries } from '@orchestra/db';
import { makeEntry, makeFolder } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUsageLog } from '../../test/make-usage-log.ts';
import { ingestLog } from './ingest-log.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entry = makeEntry({ name: 'tide' }, [{ version: '1.1.0' }, { version: '1.0.0' }]);
  await database.transaction((transaction) =>
    mirrorEntries(transaction, [{ entry, verified: false, featuredRank: null }]),
  );
});

const ingest = (file: string) => ingestLog(file, { database, prefix: '' });
const ofObject = (name: string, version: string) => ({
  cs_object: `packages/${name}/${name}-${version}.tar.gz`,
});
const nextDay = { time_micros: String(Date.UTC(2026, 2, 2) * 1000) };
const total = async () =>
  (await database.query<{ sum: number }>('select sum(download_count) as sum from extensions'))[0];

test('ingestLog() adds what a log tells of by version and day, and keeps no address', async () => {
  const rows = [{}, {}, nextDay, ofObject('tide', '1.1.0'), { sc_status: '404' }];
  await using folder = await makeFolder({ log: makeUsageLog(...rows) });
  expect(await ingest(folder.join('log'))).toEqual({
    file: folder.join('log'),
    outcome: 'counted',
    rows: 5,
    downloads: 4,
    unknown: [],
    problems: [],
    problemCount: 0,
  });
  const days = 'select version, day, downloads from daily_statistics order by version, day';
  expect(await database.query(days)).toEqual([
    { version: '1.0.0', day: '2026-03-01', downloads: 2 },
    { version: '1.0.0', day: '2026-03-02', downloads: 1 },
    { version: '1.1.0', day: '2026-03-01', downloads: 1 },
  ]);
  expect(await total()).toEqual({ sum: 4 });
  const kept = 'select name, sha256, downloads from ingested_logs';
  expect(await database.query(kept)).toEqual([
    { name: 'log', sha256: sha256Hex(Buffer.from(makeUsageLog(...rows))), downloads: 4 },
  ]);
});

test('ingestLog() counts a log once, whatever it is called, compressed or not', async () => {
  const log = makeUsageLog({}, {});
  await using folder = await makeFolder({ log, other: log, 'log.gz': gzipSync(log) });
  const first = await ingest(folder.join('log.gz'));
  expect(first).toMatchObject({ outcome: 'counted', downloads: 2 });
  for (const name of ['log', 'other', 'log.gz']) {
    expect(await ingest(folder.join(name))).toMatchObject({ outcome: 'known', downloads: 2 });
  }
  expect(await total()).toEqual({ sum: 2 });
});

test('ingestLog() counts a log once where several do it at the same time', async () => {
  await using folder = await makeFolder({ log: makeUsageLog({}, nextDay) });
  const results = await Promise.all([1, 2, 3, 4].map(() => ingest(folder.join('log'))));
  const outcomes = results.map(({ outcome }) => outcome).toSorted();
  expect(outcomes).toEqual(['counted', 'known', 'known', 'known']);
  expect(await total()).toEqual({ sum: 2 });
});

test('ingestLog() refuses other bytes under the name of a log that is counted', async () => {
  await using folder = await makeFolder({
    'part/log.gz': gzipSync(makeUsageLog({})),
    'whole/log': makeUsageLog({}, {}),
  });
  await ingest(folder.join('part/log.gz'));
  const refused = await ingest(folder.join('whole/log'));
  expect(refused).toMatchObject({ outcome: 'refused', downloads: 0, problemCount: 1 });
  expect(refused.problems[0]?.reason).toContain(sha256Hex(Buffer.from(makeUsageLog({}))));
  expect(await total()).toEqual({ sum: 1 });
});

test('ingestLog() tells of versions that the index never had, and counts the others', async () => {
  const log = makeUsageLog({}, ofObject('tide', '9.9.9'), ofObject('moon', '1.0.0'), {
    ...ofObject('moon', '1.0.0'),
    ...nextDay,
  });
  await using folder = await makeFolder({ log });
  expect(await ingest(folder.join('log'))).toMatchObject({
    outcome: 'counted',
    downloads: 1,
    unknown: [
      { name: 'moon', version: '1.0.0', downloads: 2 },
      { name: 'tide', version: '9.9.9', downloads: 1 },
    ],
  });
});

test('ingestLog() refuses a log with rows that it does not understand, each with its line', async () => {
  const log = makeUsageLog(
    {},
    '"only","three","columns"',
    { cs_user_agent: 'two\nlines, and a "quote"' },
    { time_micros: 'yesterday' },
    '"1"x,"2"',
    {},
    '"never closed',
  );
  await using folder = await makeFolder({ log });
  const refused = await ingest(folder.join('log'));
  expect(refused).toMatchObject({ outcome: 'refused', downloads: 0, problemCount: 4 });
  expect(refused.problems).toEqual([
    { line: 3, reason: 'Expected 17 columns; found 3' },
    { line: 6, reason: 'Expected microseconds in time_micros; found something else' },
    { line: 7, reason: expect.stringContaining('closing quote') },
    { line: expect.any(Number), reason: expect.stringContaining('the end of the file') },
  ]);
  expect(await total()).toEqual({ sum: 0 });
  expect(await database.query('select from ingested_logs')).toEqual([]);
});

test('ingestLog() keeps the first hundred problems, and the number of all', async () => {
  await using folder = await makeFolder({ log: makeUsageLog(...Array(250).fill('x')) });
  const { problems, problemCount } = await ingest(folder.join('log'));
  expect([problems.length, problemCount]).toEqual([100, 250]);
});

test.each<[string, string | Uint8Array, RegExp]>([
  [
    'a storage log',
    '"bucket","storage_byte_hours"\n"b","12"\n',
    /time_micros,.*; found that of a storage log, bucket,storage_byte_hours$/,
  ],
  ['another CSV', 'a,b\n1,2\n', /Expected the header of a usage log.*; found a,b$/],
  [
    'a log without its header',
    makeUsageLog({}).split('\n').slice(1).join('\n'),
    /found …,…,…,…,GET,/,
  ],
  ['an empty file', '', /found nothing$/],
  ['a file of nothing but zeros', new Uint8Array(500_000), /128,000 characters|found …/],
])('ingestLog() refuses %s', async (_what, content, reason) => {
  await using folder = await makeFolder({ log: content });
  const { outcome, problems } = await ingest(folder.join('log'));
  expect(outcome).toBe('refused');
  expect(problems[0]?.reason).toMatch(reason);
  expect(JSON.stringify(problems)).not.toContain('203.0');
});

test('ingestLog() refuses what is not there, no file, and no whole gzip', async () => {
  const packed = gzipSync(makeUsageLog({}, {}));
  await using folder = await makeFolder({
    'cut.gz': packed.subarray(0, packed.length - 12),
    'plain.gz': makeUsageLog({}),
  });
  for (const [name, reason] of [
    ['missing', "It can't be read (ENOENT)"],
    ['.', "It can't be read (EISDIR)"],
    ['cut.gz', 'Expected a whole gzip file'],
    ['plain.gz', 'Expected a whole gzip file'],
  ] as const) {
    expect(await ingest(folder.join(name))).toMatchObject({
      outcome: 'refused',
      problems: [{ line: null, reason }],
    });
  }
  expect(await total()).toEqual({ sum: 0 });
});
