import type { Owner, Role } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** The account that a token was issued to, and what the token may be used for. */
export interface TokenHolder extends Owner {
  /** Of the account's row. */
  userId: number;
  role: Role;
  scopes: string[];
}

/** Finds who a token belongs to by its hash; null where it is unknown or has expired. */
export async function findToken(database: Queryable, sha256: string): Promise<TokenHolder | null> {
  const [holder] = await database.query<TokenHolder>(
    `select users.id as "userId", provider, account_id as id, login, role, scopes
     from tokens join users on users.id = tokens.user_id
     where sha256 = $1 and expires_at > now()`,
    [sha256],
  );
  return holder ?? null;
}
