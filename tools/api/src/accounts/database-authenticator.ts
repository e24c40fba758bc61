import { sha256Hex } from '@orchestra/core/node';
import { findSession, findToken, type Queryable } from '@orchestra/db';
import type { Authenticator } from './authenticator.ts';

/** Finds accounts by what the registry has issued; only hashes of it are in the database. */
export function databaseAuthenticator(database: Queryable): Authenticator {
  return {
    authenticate: (token) => findToken(database, sha256Hex(token)),
    authenticateSession: (secret) => findSession(database, sha256Hex(secret)),
  };
}
