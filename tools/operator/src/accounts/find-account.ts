import type { Owner } from '@orchestra/core';
import type { OperatorContext } from '../context.ts';
import { openData } from '../open-data.ts';
import { openAccounts } from './open-accounts.ts';

/**
 * Finds an account that may own extensions: a GitHub account where packages are published by pull request,
 * otherwise an account of the registry.
 *
 * @throws RegistryError `user-unknown`
 */
export async function findAccount(login: string, context: OperatorContext): Promise<Owner> {
  using registry = await openData(context);
  if (registry.config.publish.via === 'pull-request') {
    const { findOwnerAccount } = await import('../github/find-owner-account.ts'); // loads a library
    return await findOwnerAccount(login, context.github);
  }
  await using accounts = await openAccounts(context);
  return await accounts.find(login);
}
