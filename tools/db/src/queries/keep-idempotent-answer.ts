import type { Queryable } from '../database.ts';

/** What a request was answered with. */
export interface KeptAnswer {
  status: number;
  /** The `Location` header; null without one. */
  location: string | null;
  /** A JSON value; null for an answer without a body. */
  body: unknown;
}

/** Keeps the answer to a request for a day, in the transaction that carried it out. */
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
