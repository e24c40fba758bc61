import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** What the digests of a day are made with. */
export interface DailySalt {
  /** In UTC, as the database's clock has it: `2026-03-01`. */
  day: string;
  salt: Buffer;
}

/** Finds the salt of today; the first one who asks makes it, and erases what is left of days before. */
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

/** Erases the salts of days that are over, with all that was made with them. */
export async function eraseDailySalts(database: Queryable): Promise<void> {
  await database.query(
    `with salts as (delete from daily_salts where day < (now() at time zone 'UTC')::date)
     delete from daily_digests where day < (now() at time zone 'UTC')::date`,
  );
}

/** Says whether a salt is still there though its day ended a day ago or earlier. */
export async function hasOverdueSalts(database: Queryable): Promise<boolean> {
  const [found] = await database.query<{ overdue: boolean }>(
    `select exists (
       select from daily_salts where day < (now() at time zone 'UTC')::date - 1
     ) as overdue`,
  );
  return found?.overdue ?? false;
}
