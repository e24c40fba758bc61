import type { Submitter } from '@orchestra/core';
import { findAccount } from './accounts/find-account.ts';
import type { OperatorContext } from './context.ts';

/**
 * Who carries out a command: the account that was named, else the operator without one. Either way an
 * operator, who needs to own nothing.
 *
 * @throws RegistryError `user-unknown`
 */
export async function findOperator(
  context: OperatorContext,
): Promise<Submitter & { operator: true }> {
  const account = context.as === undefined ? nobody : await findAccount(context.as, context);
  return { ...account, operator: true };
}

/** Accounts are numbered from 1. */
const nobody = { provider: 'local', id: 0, login: 'operator' } as const;
