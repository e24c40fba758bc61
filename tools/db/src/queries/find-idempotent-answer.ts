import type { Queryable } from '../database.ts';
import type { KeptAnswer } from './keep-idempotent-answer.ts';

/** An answer that was kept, with what it answers. */
export interface FoundAnswer extends KeptAnswer {
  /** SHA-256 of the request. */
  sha256: string;
}

/** Finds what an account's request with a key was answered; null where nothing was kept. */
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
