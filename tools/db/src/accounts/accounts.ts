import type { Owner, Role, TokenOptions, User } from '@orchestra/core';

/** The accounts that a registry issues tokens to, by their logins; the case of a login doesn't matter. */
export interface Accounts {
  /** Every local account, by id. */
  list(): Promise<User[]>;
  /** @throws RegistryError `user-unknown` */
  find(login: string): Promise<Owner>;
  /**
   * Adds an account, or finds the one that has the login already.
   *
   * @throws RegistryError `usage` for a login that can't be one
   */
  ensure(login: string, options?: { role?: Role }): Promise<Owner>;
  /**
   * Makes a token, for publishing and reviewing and valid for a year where nothing else is said; it
   * can't be shown again.
   *
   * @throws RegistryError `user-unknown`
   */
  issueToken(login: string, options?: TokenOptions): Promise<string>;
  /** Ends every token of an account. @returns how many @throws RegistryError `user-unknown` */
  revokeTokens(login: string): Promise<number>;
}
