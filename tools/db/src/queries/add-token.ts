import type { Queryable } from '../database.ts';

/** Keeps the hash of a token that was made, and forgets those of the account that have expired. */
export async function addToken(
  database: Queryable,
  token: { userId: number; sha256: string; scopes: readonly string[]; days: number },
): Promise<void> {
  await database.query(
    `with expired as (delete from tokens where user_id = $1 and expires_at < now())
     insert into tokens (user_id, sha256, scopes, expires_at)
     values ($1, $2, $3, now() + make_interval(days => $4))`,
    [token.userId, token.sha256, token.scopes, token.days],
  );
}
