import type { OperatorContext } from './context.ts';
import { openAccounts } from './accounts/open-accounts.ts';

/** How many tokens an account lost. */
export interface RevokedTokens {
  login: string;
  revoked: number;
}

/** Ends every token of an account; the account stays. @throws RegistryError `user-unknown` */
export async function userRevoke(
  { login }: { login: string },
  context: OperatorContext,
): Promise<RevokedTokens> {
  await using accounts = await openAccounts(context);
  const account = await accounts.find(login);
  return { login: account.login, revoked: await accounts.revokeTokens(login) };
}
