import { sha256Hex } from '@orchestra/core/node';
import { findSession, findToken, type Queryable } from '@orchestra/db';
import type { Authenticator } from './authenticator.ts';

/** Finds accounts in the database, which contains only hashes of tokens and session secrets. */
export function databaseAuthenticator(database: Queryable): Authenticator {
  return {
    authenticate: (token) => findToken(database, sha256Hex(token)),
    authenticateSession: (secret) => findSession(database, sha256Hex(secret)),
  };
}
