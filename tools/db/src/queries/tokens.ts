import type { Owner, Role } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Stores the hash of a new token, and removes the account's expired ones. */
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

/** The account of a token, and the token's scopes. */
export interface TokenHolder extends Owner {
  /** Id of the account's row. */
  userId: number;
  role: Role;
  scopes: string[];
}

/** Finds the account of a token by the token's hash; null where it is unknown or expired. */
export async function findToken(database: Queryable, sha256: string): Promise<TokenHolder | null> {
  const [holder] = await database.query<TokenHolder>(
    `select users.id as "userId", provider, account_id as id, login, role, scopes
     from tokens join users on users.id = tokens.user_id
     where sha256 = $1 and expires_at > now()`,
    [sha256],
  );
  return holder ?? null;
}

/** Revokes a token, valid or not. */
export async function removeToken(database: Queryable, sha256: string): Promise<void> {
  await database.query('delete from tokens where sha256 = $1', [sha256]);
}

/** Revokes all tokens of an account. @returns how many were valid */
export async function removeTokens(database: Queryable, userId: number): Promise<number> {
  const [ended] = await database.query<{ count: number }>(
    `with ended as (delete from tokens where user_id = $1 returning expires_at)
     select count(*) from ended where expires_at > now()`,
    [userId],
  );
  return ended?.count ?? 0;
}
