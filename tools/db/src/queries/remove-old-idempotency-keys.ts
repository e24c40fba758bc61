import type { Queryable } from '../database.ts';

/** Forgets some keys that are older than a day, of whatever account; those that are in use stay. */
export async function removeOldIdempotencyKeys(transaction: Queryable): Promise<void> {
  await transaction.query(
    `delete from idempotency_keys
     where (user_id, key) in (
       select user_id, key from idempotency_keys
       where created_at < now() - interval '1 day'
       order by created_at
       limit 100
       for update skip locked
     )`,
  );
}
