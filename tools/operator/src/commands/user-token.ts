import type { TokenOptions } from '@orchestra/core';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { OperatorCommand } from '../command.ts';

/** A new token, which can't be shown again. */
export interface IssuedToken {
  login: string;
  token: string;
}

/** Makes another token for an account; existing ones stay valid. @throws RegistryError `user-unknown` */
export const userToken: OperatorCommand<{ login: string } & TokenOptions, IssuedToken> = {
  async run({ login, scopes, days }, context) {
    await using accounts = await openAccounts(context);
    const account = await accounts.find(login);
    const options = {
      ...(scopes === undefined ? {} : { scopes }),
      ...(days === undefined ? {} : { days }),
    };
    return { login: account.login, token: await accounts.issueToken(login, options) };
  },
  text: ({ token }, style) =>
    `${style.bold(token)}\n${style.dim('Keep it: it is valid for a year and is not shown again.')}`,
};
