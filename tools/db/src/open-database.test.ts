import { makeDatabase } from '@orchestra/testkit/database';
import { expect, test } from 'vitest';

test('a database that refused a statement answers the next ones', async () => {
  await using database = await makeDatabase();
  await database.query('create table once (id integer unique)');
  const add = () => database.query('insert into once (id) values ($1)', [1]);
  const find = () => database.query('select id from once where id = $1', [1]);
  await add();
  for (let nth = 0; nth < 3; nth += 1) {
    await expect(add()).rejects.toThrow(/once_id_key/);
    expect(await find()).toEqual([{ id: 1 }]);
    expect(await Promise.allSettled([add(), find()])).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: [{ id: 1 }] },
    ]);
  }
});
