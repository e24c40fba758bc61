import type { Queryable } from '../database.ts';
import type { TokenHolder } from './tokens.ts';

/** Most sessions per token; the oldest ends when there are more. */
const maxSessions = 50;

/**
 * Starts a session of a token. Both are given by the hashes of their secrets.
 *
 * @returns the ISO time at which session and token end; null where the token is unknown or expired
 */
export async function addSession(
  database: Queryable,
  session: { sha256: string; tokenSha256: string },
): Promise<string | null> {
  const [added] = await database.query<{ expiresAt: string }>(
    `with token as (
       select id, expires_at from tokens where sha256 = $2 and expires_at > now()
     ), surplus as (
       delete from sessions where sha256 in (
         select sessions.sha256 from sessions join token on token.id = token_id
         order by sessions.created_at desc offset $3
       )
     ), added as (
       insert into sessions (sha256, token_id) select $1, id from token
     )
     select expires_at as "expiresAt" from token`,
    [session.sha256, session.tokenSha256, maxSessions - 1],
  );
  return added?.expiresAt ?? null;
}

/**
 * Finds the account of a session by the hash of its secret; null where the session or its token has ended.
 */
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

/** Ends a session, valid or not; its token stays valid. */
export async function removeSession(database: Queryable, sha256: string): Promise<void> {
  await database.query('delete from sessions where sha256 = $1', [sha256]);
}
