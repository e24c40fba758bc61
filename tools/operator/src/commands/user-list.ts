import type { User } from '@orchestra/core';
import type { OperatorContext } from './context.ts';
import { openAccounts } from './accounts/open-accounts.ts';

/** Lists the accounts of the registry. */
export async function userList(_options: object, context: OperatorContext): Promise<User[]> {
  await using accounts = await openAccounts(context);
  return await accounts.list();
}
