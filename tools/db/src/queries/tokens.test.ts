import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToken, findToken, removeToken, removeTokens } from './tokens.ts';
import { addLocalUser, setRole } from './users.ts';

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

const add = (userId: number, sha256: string, days = 1) =>
  addToken(database, { userId, sha256, scopes: ['review'], days });

const expire = (sha256: string) =>
  database.query(`update tokens set expires_at = now() - interval '1 second' where sha256 = $1`, [
    sha256,
  ]);

test('findToken() tells whose a token is, what it is for, and the role of today', async () => {
  await add(tide, 'a');
  await setRole(database, { userId: tide, role: 'admin' });
  expect(await findToken(database, 'a')).toEqual({
    userId: tide,
    provider: 'local',
    id: 1,
    login: 'tide',
    role: 'admin',
    scopes: ['review'],
  });
  expect(await findToken(database, 'A')).toBeNull();
  await expire('a');
  expect(await findToken(database, 'a')).toBeNull();
});

test('addToken() forgets what has expired of that account alone, and refuses the same secret', async () => {
  for (const [userId, sha256] of [
    [tide, 'a'],
    [tide, 'b'],
    [moon, 'c'],
  ] as const)
    await add(userId, sha256);
  await expire('a');
  await expire('c');
  await add(tide, 'd');
  const kept = await database.query('select sha256 from tokens order by sha256');
  expect(kept).toEqual([{ sha256: 'b' }, { sha256: 'c' }, { sha256: 'd' }]);
  const again = { userId: moon, sha256: 'b', scopes: [], days: 1 };
  const adding = database.transaction((transaction) => addToken(transaction, again));
  await expect(adding).rejects.toThrow(/tokens_sha256_key/);
  expect(await findToken(database, 'b')).toMatchObject({ login: 'tide' });
});

test('removeToken() ends one, once or twice', async () => {
  await add(tide, 'a');
  await add(tide, 'b');
  await removeToken(database, 'a');
  await removeToken(database, 'a');
  expect(await findToken(database, 'a')).toBeNull();
  expect(await findToken(database, 'b')).not.toBeNull();
});

test('removeTokens() ends all of one account, and counts those that were valid', async () => {
  for (const sha256 of ['a', 'b', 'c']) await add(tide, sha256);
  await add(moon, 'd');
  await expire('b');
  expect(await removeTokens(database, tide)).toBe(2);
  expect(await removeTokens(database, tide)).toBe(0);
  expect(await database.query('select sha256 from tokens')).toEqual([{ sha256: 'd' }]);
});
