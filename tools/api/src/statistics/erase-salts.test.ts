import { eraseDailySalts, type Queryable } from '@orchestra/db';
import { makeDatabase } from '@orchestra/testkit/database';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { startApi } from '../../test/start-api.ts';
import { eraseSalts } from './erase-salts.ts';

const day = 24 * 60 * 60_000;

const addSalt = (database: Queryable, { daysAgo }: { daysAgo: number }) =>
  database.query(
    `insert into daily_salts (day, salt) values ((now() at time zone 'UTC')::date - $1::integer, '')`,
    [daysAgo],
  );

test('salts that can not be erased are told each time, tried again soon, and gone once they can', async () => {
  await using database = await makeDatabase();
  await addSalt(database, { daysAgo: 1 });
  await database.query(
    `create function keep() returns trigger language plpgsql
     as $$ begin raise exception 'kept by a trigger'; end $$`,
  );
  await database.query(
    'create trigger keep before delete on daily_salts for each row execute function keep()',
  );
  const told: unknown[] = [];
  await using server = fastify();
  eraseSalts(server, {
    database,
    onError: (error) => told.push(error),
    pauses: { usual: day, afterFailure: 5 },
  });
  await server.ready();
  await expect.poll(() => told.length).toBeGreaterThan(2);
  expect(told[0]).toMatchObject({
    code: 'salts-kept',
    cause: { message: expect.stringContaining('kept by a trigger') },
  });
  expect(await database.query('select from daily_salts')).toHaveLength(1);

  await database.query('drop trigger keep on daily_salts');
  await expect.poll(() => database.query('select from daily_salts')).toEqual([]);
});

test('salts are erased again and again, without any request', async () => {
  await using database = await makeDatabase();
  const told: unknown[] = [];
  await using server = fastify();
  eraseSalts(server, {
    database,
    onError: (error) => told.push(error),
    pauses: { usual: 5, afterFailure: day },
  });
  await server.ready();
  for (const daysAgo of [1, 2]) {
    await addSalt(database, { daysAgo });
    await expect.poll(() => database.query('select from daily_salts')).toEqual([]);
  }
  expect(told).toEqual([]);
});

test('/readyz tells of a salt whose day ended a day ago, until it is erased', async () => {
  await using api = await startApi();
  await addSalt(api.database, { daysAgo: 1 });
  expect(await api.send('//readyz')).toMatchObject({ status: 200 });
  await addSalt(api.database, { daysAgo: 2 });
  expect(await api.send('//readyz')).toMatchObject({
    status: 503,
    body: { code: 'not-ready', detail: 'Not ready: database (salts-kept)' },
  });
  await eraseDailySalts(api.database);
  expect(await api.send('//readyz')).toMatchObject({ status: 200 });
});
