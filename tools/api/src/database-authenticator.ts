import { sha256Hex } from '@orchestra/core/node';
import { findToken, type Queryable } from '@orchestra/db';
import type { Authenticator } from './authenticator.ts';

/** Finds accounts by the tokens that the registry has issued; only their hashes are in the database. */
export function databaseAuthenticator(database: Queryable): Authenticator {
  return { authenticate: (token) => findToken(database, sha256Hex(token)) };
}
