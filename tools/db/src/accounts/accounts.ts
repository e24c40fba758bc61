import type { Owner, Role, TokenOptions, User } from '@orchestra/core';

/** The accounts that a registry issues tokens to. They are found by login, in any case. */
export interface Accounts {
  /** Lists all local accounts by id. */
  list(): Promise<User[]>;
  /** @throws RegistryError `user-unknown` */
  find(login: string): Promise<Owner>;
  /**
   * Adds an account, or finds the existing one with that login.
   *
   * @throws RegistryError `usage` for an invalid login
   */
  ensure(login: string, options?: { role?: Role }): Promise<Owner>;
  /**
   * Makes a token, which can't be shown again. By default it is for publishing and reviewing, and valid for a
   * year.
   *
   * @throws RegistryError `user-unknown`
   */
  issueToken(login: string, options?: TokenOptions): Promise<string>;
  /** Revokes all tokens of an account. @returns their number @throws RegistryError `user-unknown` */
  revokeTokens(login: string): Promise<number>;
}
