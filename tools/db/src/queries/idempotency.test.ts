import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  claimIdempotencyKey,
  findIdempotentAnswer,
  keepIdempotentAnswer,
  removeOldIdempotencyKeys,
} from './idempotency.ts';
import { addLocalUser } from './users.ts';

let database: TestDatabase;
let tide: number;
let moon: number;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  tide = (await addLocalUser(database, 'tide')).userId;
  moon = (await addLocalUser(database, 'moon')).userId;
});

const claim = (userId: number, sha256 = 'first') =>
  claimIdempotencyKey(database, { userId, key: 'key', sha256 });

const age = (hours: number) =>
  database.query(`update idempotency_keys set created_at = now() - $1 * interval '1 hour'`, [
    hours,
  ]);

test('claimIdempotencyKey() gives a key of an account to one request a day', async () => {
  expect(await claim(tide)).toBe(true);
  expect(await claim(tide)).toBe(false);
  expect(await claim(tide, 'another')).toBe(false);
  expect(await claim(moon)).toBe(true);
  await age(23);
  expect(await claim(tide)).toBe(false);
  await age(25);
  expect(await claim(tide, 'another')).toBe(true);
});

test('a key is nobody’s again where its transaction fails', async () => {
  const failing = database.transaction(async (transaction) => {
    await claimIdempotencyKey(transaction, { userId: tide, key: 'key', sha256: 'first' });
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await claim(tide)).toBe(true);
});

test.each([
  ['an object', { rating: 5, title: null }],
  ['a text', 'done'],
  ['no body', null],
])('findIdempotentAnswer() gives what was kept: %s', async (_what, body) => {
  const of = { userId: tide, key: 'key' };
  await claim(tide);
  expect(await findIdempotentAnswer(database, of)).toBeNull();
  await keepIdempotentAnswer(database, { ...of, status: 201, location: '/here', body });
  const answer = { sha256: 'first', status: 201, location: '/here', body };
  expect(await findIdempotentAnswer(database, of)).toEqual(answer);
  expect(await findIdempotentAnswer(database, { ...of, userId: moon })).toBeNull();
});

test('removeOldIdempotencyKeys() forgets a hundred at a time, the oldest first, and none of today', async () => {
  await database.query(
    `insert into idempotency_keys (user_id, key, request_sha256, created_at)
     select $1, 'old-' || hours, '', now() - hours * interval '1 hour'
     from generate_series(25, 144) as hours`,
    [tide],
  );
  await claim(moon);
  const count = async () => (await database.query('select from idempotency_keys')).length;
  await removeOldIdempotencyKeys(database);
  expect(await count()).toBe(21);
  const [oldest] = await database.query('select key from idempotency_keys order by created_at');
  expect(oldest).toEqual({ key: 'old-44' });
  await removeOldIdempotencyKeys(database);
  await removeOldIdempotencyKeys(database);
  expect(await database.query('select key from idempotency_keys')).toEqual([{ key: 'key' }]);
});
