import type { Queryable } from '../database.ts';
import type { TokenHolder } from './find-token.ts';

/** Finds who a session belongs to by the hash of its secret; null where it, or its token, has ended. */
export async function findSession(
  database: Queryable,
  sha256: string,
): Promise<TokenHolder | null> {
  const [holder] = await database.query<TokenHolder>(
    `select users.id as "userId", provider, account_id as id, login, role, scopes
     from sessions
     join tokens on tokens.id = token_id
     join users on users.id = tokens.user_id
     where sessions.sha256 = $1 and expires_at > now()`,
    [sha256],
  );
  return holder ?? null;
}
