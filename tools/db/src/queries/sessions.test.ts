import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addSession, findSession, removeSession } from './sessions.ts';
import { addToken, findToken, removeToken } from './tokens.ts';
import { addLocalUser } from './users.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  const { userId } = await addLocalUser(database, 'tide');
  for (const sha256 of ['token', 'other'])
    await addToken(database, { userId, sha256, scopes: ['review'], days: 1 });
});

const start = (sha256: string, tokenSha256 = 'token') =>
  addSession(database, { sha256, tokenSha256 });

test('a session is whoever its token is, and ends when that expires', async () => {
  const [token] = await database.query<{ at: string }>(
    `select expires_at as at from tokens where sha256 = 'token'`,
  );
  expect(await start('a')).toBe(token?.at);
  expect(await findSession(database, 'a')).toEqual(await findToken(database, 'token'));
  expect(await findSession(database, 'token')).toBeNull();
  await database.query(`update tokens set expires_at = now() - interval '1 second'`);
  expect(await findSession(database, 'a')).toBeNull();
  expect(await start('b')).toBeNull();
});

test('addSession() of a token that nobody has starts none', async () => {
  expect(await start('a', 'nothing')).toBeNull();
  expect(await database.query('select from sessions')).toEqual([]);
});

test('removeSession() ends one, once or twice, and leaves its token; removing that ends all of it', async () => {
  for (const sha256 of ['a', 'b']) await start(sha256);
  await start('c', 'other');
  await removeSession(database, 'a');
  await removeSession(database, 'a');
  expect(await findSession(database, 'a')).toBeNull();
  expect(await findSession(database, 'b')).not.toBeNull();
  await removeToken(database, 'token');
  expect(await findSession(database, 'b')).toBeNull();
  expect(await findSession(database, 'c')).toMatchObject({ login: 'tide' });
});

test('the 51st session of a token ends its oldest one, and none of another token', async () => {
  await start('other-token', 'other');
  await start('s0');
  await database.query(`update sessions set created_at = created_at - interval '1 minute'`);
  for (let nth = 1; nth < 51; nth += 1) await start(`s${nth}`);
  expect(await findSession(database, 's0')).toBeNull();
  expect(await findSession(database, 's1')).not.toBeNull();
  expect(await findSession(database, 's50')).not.toBeNull();
  expect(await findSession(database, 'other-token')).not.toBeNull();
});
