import type { Queryable } from '../database.ts';

/** Erases the salts of days that are over, with all that was made with them. */
export async function eraseDailySalts(database: Queryable): Promise<void> {
  await database.query(
    `with salts as (delete from daily_salts where day < (now() at time zone 'UTC')::date)
     delete from daily_digests where day < (now() at time zone 'UTC')::date`,
  );
}
