import type { Queryable } from '../database.ts';

/** How many browsers are signed in with one token: the oldest session ends where there would be more. */
const maxSessions = 50;

/**
 * Starts a session of a token, both told by the hashes of their secrets.
 *
 * @returns the ISO time at which the session ends with its token; null where that is unknown or has expired
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
