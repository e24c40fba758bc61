import { makeServerDatabase } from '@orchestra/testkit/database';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { connectDatabase, openDatabase } from './open-database.ts';

test('processes that start at once on an empty database migrate it once, together', async () => {
  await using empty = await makeServerDatabase({ empty: true });
  const others = await Promise.all(
    Array.from({ length: 8 }, () => connectDatabase({ url: empty.url })),
  );
  const done = await Promise.all(others.map((other) => migrate(other)));
  await Promise.all(others.map((other) => other[Symbol.asyncDispose]()));
  const known = (await readMigrations()).map(({ name }) => name);
  expect(done.filter((names) => names.length > 0)).toEqual([known]);
});

test('openDatabase() tells a server that is not there', async () => {
  const opening = openDatabase({ url: 'postgres://postgres@127.0.0.1:1/none' });
  await expect(opening).rejects.toMatchObject({ code: 'database-unreachable' });
});

test('a database whose connections are cut is asked again at the next query', async () => {
  await using database = await makeServerDatabase();
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await using other = await connectDatabase({ url: database.url });
  const interrupted = database.transaction(async (transaction) => {
    await transaction.query('select 1');
    await other.query(cut);
    await transaction.query('select 1');
  });
  await expect(interrupted).rejects.toMatchObject({ code: 'database-unreachable' });
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
});
