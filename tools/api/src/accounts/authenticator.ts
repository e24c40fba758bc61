import type { Role, Submitter } from '@orchestra/core';

/** An account, with the scopes of the token that it was found by. */
export interface AuthenticatedAccount extends Submitter {
  /** Id of the account's row in the database. */
  userId: number;
  role: Role;
  scopes: readonly string[];
}

/** Finds the account for a registry token, or for a browser's session. */
export interface Authenticator {
  /** The account of a token; null where the token is unknown, expired or revoked. */
  authenticate(token: string): Promise<AuthenticatedAccount | null>;
  /** The account of a session; null where the session is unknown, or ended with its token. */
  authenticateSession(secret: string): Promise<AuthenticatedAccount | null>;
}
