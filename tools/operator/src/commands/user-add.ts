import { defaultScopes, scopes as allScopes } from '@orchestra/core';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { OperatorCommand } from '../command.ts';
import { userToken } from './user-token.ts';

/** An account with a new token, which can't be shown again. */
export interface AddedUser {
  id: number;
  login: string;
  /** False for an existing account, which got another token. */
  created: boolean;
  token: string;
}

/** Adds an account and makes a token for it. @throws RegistryError `usage` for an invalid login */
export const userAdd: OperatorCommand<{ login: string; admin: boolean }, AddedUser> = {
  async run({ login, admin }, context) {
    await using accounts = await openAccounts(context);
    const before = await accounts.list();
    const account = await accounts.ensure(login, admin ? { role: 'admin' } : {});
    const created = before.every((user) => user.id !== account.id);
    const scopes = admin ? allScopes : defaultScopes;
    const token = await accounts.issueToken(account.login, { scopes });
    return { id: account.id, login: account.login, created, token };
  },
  text({ login, created, token }, style) {
    const what = created
      ? `${style.green('Added')} ${login}`
      : `${login} was there already; this is another token`;
    return `${what}\n${userToken.text({ login, token }, style)}`;
  },
};
