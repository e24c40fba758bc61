import type { Owner } from '@orchestra/core';
import type { OperatorContext } from '../context.ts';
import { openAccounts } from './open-accounts.ts';

/** Finds one account of the registry. @throws RegistryError `user-unknown` */
export async function findAccount(login: string, context: OperatorContext): Promise<Owner> {
  await using accounts = await openAccounts(context);
  return await accounts.find(login);
}
