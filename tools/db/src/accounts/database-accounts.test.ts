import { sha256Hex } from '@orchestra/core/node';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findToken } from '../queries/tokens.ts';
import type { Accounts } from './accounts.ts';
import { databaseAccounts } from './database-accounts.ts';

let database: TestDatabase;
let accounts: Accounts;
beforeAll(async () => {
  database = await makeDatabase();
  accounts = databaseAccounts(database);
});
beforeEach(() => database.query('delete from users'));
afterAll(() => database[Symbol.asyncDispose]());

const holderOf = (token: string) => findToken(database, sha256Hex(token));

test('ensure() numbers accounts from 1, and knows a login in any case', async () => {
  expect(await accounts.ensure('Tide')).toEqual({ provider: 'local', id: 1, login: 'Tide' });
  expect(await accounts.ensure('moon')).toEqual({ provider: 'local', id: 2, login: 'moon' });
  expect(await accounts.ensure('tIDE')).toEqual({ provider: 'local', id: 1, login: 'Tide' });
  expect(await accounts.list()).toMatchObject([
    { id: 1, login: 'Tide', role: 'user', tokens: 0 },
    { id: 2, login: 'moon', role: 'user', tokens: 0 },
  ]);
});

test('ensure() never gives a number to two accounts, however many come at once', async () => {
  const logins = Array.from({ length: 12 }, (_, nth) => `user-${nth % 6}`);
  const found = await Promise.all(logins.map((login) => accounts.ensure(login)));
  expect(new Set(found.map(({ id }) => id)).size).toBe(6);
  expect(await accounts.list()).toHaveLength(6);
});

test.each(['', 'a b', '-a', 'a@tide.example', 'x'.repeat(40), "a'; drop table users; --", 'a\0'])(
  'ensure() refuses %o, and adds nothing',
  async (login) => {
    await expect(accounts.ensure(login)).rejects.toMatchObject({ code: 'usage' });
    expect(await accounts.list()).toEqual([]);
  },
);

test('issueToken() makes a token that stands in no table', async () => {
  await accounts.ensure('tide');
  const token = await accounts.issueToken('TIDE');
  expect(token).toMatch(/^orc_[\w-]{43}$/);
  expect(await holderOf(token)).toMatchObject({
    provider: 'local',
    id: 1,
    login: 'tide',
    role: 'user',
    scopes: ['publish', 'review'],
  });
  const rows = await database.query('select * from tokens');
  expect(JSON.stringify(rows)).not.toContain(token.slice(4));
});

test('a token is for what it was made for, as long as it was made for', async () => {
  await accounts.ensure('tide');
  const token = await accounts.issueToken('tide', { scopes: ['review'], days: 2 });
  expect(await holderOf(token)).toMatchObject({ scopes: ['review'] });
  const [row] = await database.query<{ days: number }>(
    `select round(extract(epoch from expires_at - now()) / 86400) as days from tokens`,
  );
  expect(row?.days).toBe(2);
  await database.query(`update tokens set expires_at = now() - interval '1 second'`);
  expect(await holderOf(token)).toBeNull();
  expect(await accounts.list()).toMatchObject([{ tokens: 0 }]);
});

test('revokeTokens() ends all of one account, and none of another', async () => {
  await accounts.ensure('tide');
  await accounts.ensure('moon');
  const ended = [await accounts.issueToken('tide'), await accounts.issueToken('tide')];
  const kept = await accounts.issueToken('moon');
  expect(await accounts.revokeTokens('tide')).toBe(2);
  expect(await accounts.revokeTokens('tide')).toBe(0);
  expect(await Promise.all(ended.map(holderOf))).toEqual([null, null]);
  expect(await holderOf(kept)).toMatchObject({ login: 'moon' });
});

test('what is asked of an account that is not there is refused', async () => {
  const refusal = { code: 'user-unknown' };
  await expect(accounts.find('nobody')).rejects.toMatchObject(refusal);
  await expect(accounts.issueToken('nobody')).rejects.toMatchObject(refusal);
  await expect(accounts.revokeTokens('nobody')).rejects.toMatchObject(refusal);
});
