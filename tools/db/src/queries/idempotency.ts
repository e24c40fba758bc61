import type { Queryable } from '../database.ts';

/** A request with an `Idempotency-Key`. */
export interface KeyedRequest {
  userId: number;
  key: string;
  /** SHA-256 of method, path and body. */
  sha256: string;
}

/**
 * Reserves a key for the transaction that carries out the request; a rollback releases it. Waits for another
 * transaction that has reserved the key.
 *
 * @returns false where the key was used within the last day
 */
export async function claimIdempotencyKey(
  transaction: Queryable,
  request: KeyedRequest,
): Promise<boolean> {
  const claimed = await transaction.query(
    `insert into idempotency_keys as kept (user_id, key, request_sha256)
     values ($1, $2, $3)
     on conflict (user_id, key) do update
     set request_sha256 = excluded.request_sha256, created_at = now()
     where kept.created_at < now() - interval '1 day'
     returning key`,
    [request.userId, request.key, request.sha256],
  );
  return claimed.length > 0;
}

/** The stored response to a request. */
export interface KeptAnswer {
  status: number;
  /** The `Location` header; null without one. */
  location: string | null;
  /** A JSON value; null for an answer without a body. */
  body: unknown;
}

/** Stores the response to a request for a day, in the transaction that carried it out. */
export async function keepIdempotentAnswer(
  transaction: Queryable,
  kept: KeptAnswer & { userId: number; key: string },
): Promise<void> {
  await transaction.query(
    `update idempotency_keys set status = $3, location = $4, body = $5::jsonb
     where user_id = $1 and key = $2`,
    [kept.userId, kept.key, kept.status, kept.location, JSON.stringify(kept.body)],
  );
}

/** A stored response, with the digest of its request. */
export interface FoundAnswer extends KeptAnswer {
  /** SHA-256 of the request. */
  sha256: string;
}

/** Finds the stored response to an account's request with a key; null where there is none. */
export async function findIdempotentAnswer(
  database: Queryable,
  of: { userId: number; key: string },
): Promise<FoundAnswer | null> {
  const [found] = await database.query<FoundAnswer>(
    `select request_sha256 as sha256, status, location, body
     from idempotency_keys
     where user_id = $1 and key = $2 and status is not null`,
    [of.userId, of.key],
  );
  return found ?? null;
}

/** Removes some keys older than a day, of all accounts; skips those in use. */
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
