import type { Submitter } from '@orchestra/core';
import type { UserStore } from '../users/user-store.ts';

/**
 * Who carries out a command: the account that was named, else the operator without one. Either way an
 * operator, who needs to own nothing.
 *
 * @throws RegistryError `user-unknown`
 */
export async function findOperator(
  users: UserStore,
  login: string | undefined,
): Promise<Submitter & { operator: true }> {
  const account = login === undefined ? nobody : await users.find(login);
  return { ...account, operator: true };
}

/** Accounts are numbered from 1. */
const nobody = { provider: 'local', id: 0, login: 'operator' } as const;
