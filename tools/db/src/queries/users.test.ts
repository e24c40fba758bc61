import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToken } from './tokens.ts';
import { addLocalUser, findLocalUser, listLocalUsers, setRole } from './users.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => emptyTables(database));

test('addLocalUser() gives the next number of local accounts, and the same account in any case', async () => {
  await database.query(
    `insert into users (provider, account_id, login)
     values ('github', 70, 'moon'), ('local', 7, 'Wave')`,
  );
  const tide = await addLocalUser(database, 'Tide');
  expect(tide).toMatchObject({ id: 8, login: 'Tide' });
  expect(await addLocalUser(database, 'tIDE')).toEqual(tide);
  expect(await addLocalUser(database, 'moon')).toMatchObject({ id: 9, login: 'moon' });
});

test('findLocalUser() knows a login in any case, and no account of GitHub', async () => {
  const tide = await addLocalUser(database, 'Tide');
  await database.query(
    `insert into users (provider, account_id, login) values ('github', 1, 'moon')`,
  );
  expect(await findLocalUser(database, 'TIDE')).toEqual(tide);
  expect(await findLocalUser(database, 'moon')).toBeNull();
  expect(await findLocalUser(database, 'tide%')).toBeNull();
});

test('listLocalUsers() has local accounts by number, with the tokens that are valid', async () => {
  const [, tide] = [await addLocalUser(database, 'wave'), await addLocalUser(database, 'tide')];
  await database.query(
    `insert into users (provider, account_id, login) values ('github', 1, 'moon')`,
  );
  for (const [nth, days] of [1, 0, 2].entries()) {
    await addToken(database, { userId: tide.userId, sha256: `${nth}`, scopes: [], days });
  }
  expect(await listLocalUsers(database)).toEqual([
    { id: 1, login: 'wave', role: 'user', createdAt: expect.any(String), tokens: 0 },
    { id: 2, login: 'tide', role: 'user', createdAt: expect.any(String), tokens: 2 },
  ]);
});

test('setRole() gives one account a role and takes it back; what is no role is refused', async () => {
  const tide = await addLocalUser(database, 'tide');
  await addLocalUser(database, 'wave');
  const roles = async () => (await listLocalUsers(database)).map(({ role }) => role);
  for (const role of ['admin', 'admin'] as const) {
    await setRole(database, { userId: tide.userId, role });
    expect(await roles()).toEqual(['admin', 'user']);
  }
  await setRole(database, { userId: tide.userId, role: 'user' });
  expect(await roles()).toEqual(['user', 'user']);
  const wrong = database.query(`update users set role = 'captain'`);
  await expect(wrong).rejects.toThrow(/users_role_check/);
});
