import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** The salt that digests of a day are made with. */
export interface DailySalt {
  /** Day in UTC by the database's clock: `2026-03-01`. */
  day: string;
  salt: Buffer;
}

/** Finds today's salt. The first call of a day creates it, and erases everything of earlier days. */
export async function ensureDailySalt(database: Queryable): Promise<DailySalt> {
  const found = await findToday(database);
  if (found !== undefined) return found;
  await eraseDailySalts(database);
  await database.query(
    `insert into daily_salts (day, salt) values ((now() at time zone 'UTC')::date, $1)
     on conflict (day) do nothing`,
    [randomBytes(32)],
  );
  return (await findToday(database)) ?? ensureDailySalt(database); // midnight may have passed between
}

async function findToday(database: Queryable): Promise<DailySalt | undefined> {
  const [today] = await database.query<DailySalt>(
    `select day, salt from daily_salts where day = (now() at time zone 'UTC')::date`,
  );
  return today;
}

/** Erases the salts of past days, with the digests made with them. */
export async function eraseDailySalts(database: Queryable): Promise<void> {
  await database.query(
    `with salts as (delete from daily_salts where day < (now() at time zone 'UTC')::date)
     delete from daily_digests where day < (now() at time zone 'UTC')::date`,
  );
}

/** True where a salt still exists a day after its day ended. */
export async function hasOverdueSalts(database: Queryable): Promise<boolean> {
  const [found] = await database.query<{ overdue: boolean }>(
    `select exists (
       select from daily_salts where day < (now() at time zone 'UTC')::date - 1
     ) as overdue`,
  );
  return found?.overdue ?? false;
}
