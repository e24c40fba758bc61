import type { Queryable } from '../database.ts';

/** A request that came with an `Idempotency-Key`. */
export interface KeyedRequest {
  userId: number;
  key: string;
  /** SHA-256 of method, path and body. */
  sha256: string;
}

/**
 * Takes a key for the transaction that carries out the request; it is nobody's again where the
 * transaction fails. Another transaction that has the key under way is waited for.
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
