import type { Submitter } from '@orchestra/core';
import { findAccount } from './accounts/find-account.ts';
import type { OperatorContext } from './context.ts';

/**
 * The account that a command acts for, or an operator without one. Either may change any extension without
 * owning it.
 *
 * @throws RegistryError `user-unknown`
 */
export async function findOperator(
  context: OperatorContext,
): Promise<Submitter & { operator: true }> {
  const account = context.as === undefined ? nobody : await findAccount(context.as, context);
  return { ...account, operator: true };
}

/** The operator without an account; real ids begin at 1. */
const nobody = { provider: 'local', id: 0, login: 'operator' } as const;
