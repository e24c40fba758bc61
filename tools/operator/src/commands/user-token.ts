import type { TokenOptions } from '@orchestra/core';
import type { OperatorContext } from './context.ts';
import { openAccounts } from './accounts/open-accounts.ts';

/** A token, which can't be shown again. */
export interface IssuedToken {
  login: string;
  token: string;
}

/** Makes one more token for an account; its others stay valid. @throws RegistryError `user-unknown` */
export async function userToken(
  { login, scopes, days }: { login: string } & TokenOptions,
  context: OperatorContext,
): Promise<IssuedToken> {
  await using accounts = await openAccounts(context);
  const account = await accounts.find(login);
  const options = {
    ...(scopes === undefined ? {} : { scopes }),
    ...(days === undefined ? {} : { days }),
  };
  return { login: account.login, token: await accounts.issueToken(login, options) };
}
