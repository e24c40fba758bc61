import { makeDatabase } from '@orchestra/testkit/database';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';

test('migrate() does nothing where the tables are of this release', async () => {
  await using database = await makeDatabase();
  expect(await migrate(database)).toEqual([]);
});

test('migrate() carries out what is missing, once', async () => {
  await using database = await makeDatabase();
  const known = await readMigrations();
  const next = { number: known.length + 1, name: '9999_next', sql: 'create table next (id int)' };
  expect(await migrate(database, [...known, next])).toEqual(['9999_next']);
  expect(await migrate(database, [...known, next])).toEqual([]);
  expect(await database.query('select * from next')).toEqual([]);
});

test('migrate() refuses a database that a later release has changed', async () => {
  await using database = await makeDatabase();
  const known = await readMigrations();
  const next = { number: known.length + 1, name: '9999_next', sql: 'create table next (id int)' };
  await migrate(database, [...known, next]);
  await expect(migrate(database)).rejects.toMatchObject({ code: 'database-newer' });
});

test('migrate() leaves nothing of a migration that fails, nor of those before it', async () => {
  await using database = await makeDatabase();
  const known = await readMigrations();
  const good = { number: known.length + 1, name: '9998_good', sql: 'create table good (id int)' };
  const bad = { number: known.length + 2, name: '9999_bad', sql: 'create table good (id int)' };
  await expect(migrate(database, [...known, good, bad])).rejects.toThrow(/already exists/);
  expect(await database.query(`select to_regclass('good') as found`)).toEqual([{ found: null }]);
  expect(await migrate(database, [...known, good])).toEqual(['9998_good']);
});

test('a transaction that throws leaves nothing, and the database goes on', async () => {
  await using database = await makeDatabase();
  const add = `insert into categories (id, position, title, description) values ('a', 0, '', '')`;
  const failing = database.transaction(async (transaction) => {
    await transaction.query(add);
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await database.query('select id from categories')).toEqual([]);
});

test('times are ISO strings, and large numbers are numbers', async () => {
  await using database = await makeDatabase();
  const rows = await database.query(
    `select '2026-03-01T12:00:00.120+02'::timestamptz as at, 5000000000::bigint as large,
            date '2026-03-01' as day, 1.5::numeric as part, null::bigint as none`,
  );
  const at = '2026-03-01T10:00:00.120Z';
  expect(rows).toEqual([{ at, large: 5e9, day: '2026-03-01', part: 1.5, none: null }]);
});
