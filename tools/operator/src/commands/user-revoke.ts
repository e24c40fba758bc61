import { count } from '@orchestra/terminal';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { OperatorCommand } from '../command.ts';

/** The number of tokens that were revoked. */
export interface RevokedTokens {
  login: string;
  revoked: number;
}

/** Revokes all tokens of an account; the account stays. @throws RegistryError `user-unknown` */
export const userRevoke: OperatorCommand<{ login: string }, RevokedTokens> = {
  async run({ login }, context) {
    await using accounts = await openAccounts(context);
    const account = await accounts.find(login);
    return { login: account.login, revoked: await accounts.revokeTokens(login) };
  },
  text: ({ login, revoked }) => `${login} had ${count(revoked, 'token')}, and has none now`,
};
