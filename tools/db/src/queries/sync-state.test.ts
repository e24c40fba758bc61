import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  listSyncProblems,
  lockSync,
  readSyncState,
  replaceSyncProblems,
  writeSyncState,
} from './sync-state.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => emptyTables(database));

test('readSyncState() tells the last commit that was written, and when', async () => {
  expect(await readSyncState(database)).toBeNull();
  await writeSyncState(database, 'a');
  const [first] = await database.query(`update sync_state set synced_at = '2026-03-01T00:00:00Z'
    returning synced_at as at`);
  expect(first).toEqual({ at: '2026-03-01T00:00:00.000Z' });
  await writeSyncState(database, 'b');
  const state = await readSyncState(database);
  expect(state).toEqual({ commit: 'b', syncedAt: expect.any(String) });
  expect(state?.syncedAt).not.toBe('2026-03-01T00:00:00.000Z');
});

test('replaceSyncProblems() keeps those that are given, with their reasons, and no other', async () => {
  const [a, b] = [
    { path: 'a.json', reason: 'Not JSON' },
    { path: 'b.json', reason: 'It\'s \\ "odd"' },
  ];
  await replaceSyncProblems(database, [b, a]);
  expect(await listSyncProblems(database)).toEqual([a, b]);
  const again = { ...a, reason: 'Still not JSON' };
  await replaceSyncProblems(database, [again]);
  expect(await listSyncProblems(database)).toEqual([again]);
  await replaceSyncProblems(database, []);
  expect(await listSyncProblems(database)).toEqual([]);
});

test.each(['alone', 'shared'] as const)(
  'lockSync() %s lasts as long as its transaction, without a limit of time',
  async (how) => {
    const held = `select mode, setting from pg_locks, pg_settings
      where locktype = 'advisory' and pid = pg_backend_pid() and name = 'statement_timeout'`;
    await database.transaction(async (transaction) => {
      await lockSync(transaction, how);
      const mode = how === 'alone' ? 'ExclusiveLock' : 'ShareLock';
      expect(await transaction.query(held)).toEqual([{ mode, setting: '0' }]);
    });
    expect(await database.query(held)).toEqual([]);
  },
);
