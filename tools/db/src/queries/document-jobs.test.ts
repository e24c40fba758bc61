import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  countDocumentJobs,
  deferDocumentJob,
  listDocumentFailures,
  queueAllDocuments,
  takeDocumentJobs,
} from './document-jobs.ts';
import { storeDocuments } from './documents.ts';
import { mirrorEntries } from './mirror-entries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const entries = [
    makeEntry({ name: 'tide' }, [
      { version: '1.1.0', status: 'yanked' },
      { version: '1.0.0', docs: { 'readme.md': 'a'.repeat(64) } },
    ]),
    makeEntry({ name: 'moon' }),
  ];
  await mirrorEntries(
    database,
    entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
  );
  await database.query(
    `update document_jobs set next_attempt_at = now() - version_id * interval '1 minute'`,
  );
});

const take = async (most = 10) =>
  database.transaction((transaction) => takeDocumentJobs(transaction, { most }));
const names = async (most?: number) =>
  (await take(most)).map(({ name, version }) => `${name} ${version}`);
const idOf = async (of: string) =>
  (await take()).find(({ name, version }) => `${name} ${version}` === of)?.versionId ?? 0;

test('takeDocumentJobs() takes those that are due, the longest waiting first, and no more than asked', async () => {
  const due = await take();
  expect(due.map(({ versionId }) => versionId)).toEqual(
    due.map(({ versionId }) => versionId).toSorted((a, b) => b - a),
  );
  expect(due).toHaveLength(3);
  expect(await take(2)).toEqual(due.slice(0, 2));
  expect(due.find(({ version }) => version === '1.1.0')).toMatchObject({ isLatest: false });
  expect(due.find(({ docs }) => 'readme.md' in docs)).toEqual({
    versionId: expect.any(Number),
    extensionId: expect.any(Number),
    name: 'tide',
    version: '1.0.0',
    docs: { 'readme.md': 'a'.repeat(64) },
    isLatest: true,
  });
});

test('a version is read again once its documents are others, and not before', async () => {
  const versionId = await idOf('tide 1.0.0');
  const nothing = { manifest: null, readme: null, changelog: null, author: null, repository: null };
  await storeDocuments(database, [{ versionId, ...nothing }]);
  const mirror = (sha256: string, size: number) => {
    const version = { version: '1.0.0', size, docs: { 'readme.md': sha256 } };
    const entry = makeEntry({ name: 'tide' }, [version]);
    return mirrorEntries(database, [{ entry, verified: false, featuredRank: null }]);
  };
  await mirror('a'.repeat(64), 2000);
  expect(await names()).not.toContain('tide 1.0.0');
  await mirror('b'.repeat(64), 2000);
  expect(await names()).toContain('tide 1.0.0');
});

test('deferDocumentJob() puts one off for twice as long each time, a day at most', async () => {
  const versionId = await idOf('tide 1.0.0');
  const waits = [];
  for (let nth = 0; nth < 25; nth += 1) {
    await deferDocumentJob(database, { versionId, reason: `No ${nth}` });
    const [row] = await database.query<{ seconds: number }>(
      `select round(extract(epoch from next_attempt_at - now())) as seconds
       from document_jobs where version_id = $1`,
      [versionId],
    );
    waits.push(row?.seconds ?? 0);
  }
  expect(waits.slice(0, 4)).toEqual([15, 30, 60, 120]);
  expect(Math.max(...waits)).toBe(86_400);
  expect(await names()).toEqual(expect.not.arrayContaining(['tide 1.0.0']));
  expect(await countDocumentJobs(database)).toBe(3);
});

test('listDocumentFailures() has the last reason of each that failed, by name, and no more than asked', async () => {
  expect(await listDocumentFailures(database, { most: 9 })).toEqual([]);
  for (const of of ['tide 1.0.0', 'moon 1.0.0', 'tide 1.1.0']) {
    await deferDocumentJob(database, { versionId: await idOf(of), reason: `No ${of}` });
  }
  const failures = [
    { name: 'moon', version: '1.0.0', reason: 'No moon 1.0.0' },
    { name: 'tide', version: '1.1.0', reason: 'No tide 1.1.0' },
    { name: 'tide', version: '1.0.0', reason: 'No tide 1.0.0' },
  ];
  expect(await listDocumentFailures(database, { most: 9 })).toEqual(failures);
  expect(await listDocumentFailures(database, { most: 1 })).toEqual(failures.slice(0, 1));
});

test('queueAllDocuments() has every version read again at once, also what is done or was put off', async () => {
  const [done, failed] = [await idOf('tide 1.0.0'), await idOf('moon 1.0.0')];
  const nothing = { manifest: null, readme: null, changelog: null, author: null, repository: null };
  await storeDocuments(database, [{ versionId: done, ...nothing }]);
  await deferDocumentJob(database, { versionId: failed, reason: 'No' });
  expect(await names()).toEqual(['tide 1.1.0']);
  expect(await countDocumentJobs(database)).toBe(2);
  await queueAllDocuments(database);
  expect((await names()).toSorted()).toEqual(['moon 1.0.0', 'tide 1.0.0', 'tide 1.1.0']);
  expect(await countDocumentJobs(database)).toBe(3);
  expect(await listDocumentFailures(database, { most: 9 })).toEqual([]);
});
