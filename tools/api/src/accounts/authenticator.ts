import type { Role, Submitter } from '@orchestra/core';

/** An account that a token was issued to, and what the token may be used for. */
export interface AuthenticatedAccount extends Submitter {
  /** Of the account's row in the database. */
  userId: number;
  role: Role;
  scopes: readonly string[];
}

/** Turns a registry token, or the session of a browser, into the account that the token was issued to. */
export interface Authenticator {
  /** Null where the token is unknown, expired or revoked. */
  authenticate(token: string): Promise<AuthenticatedAccount | null>;
  /** Null where the session is unknown, or ended with its token. */
  authenticateSession(secret: string): Promise<AuthenticatedAccount | null>;
}
