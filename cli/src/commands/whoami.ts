import type { Account } from '@orchestra/core';
import type { Command } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { fetchAccount } from '../credentials/fetch-account.ts';

/** The account of the token, and the registry. */
export interface WhoamiResult {
  registry: string;
  account: Account;
}

/** Shows the account of the token that is used. */
export const whoami: Command<object, WhoamiResult> = {
  async run(_options, context) {
    const token = await requireToken(context);
    return { registry: context.registry, account: await fetchAccount(token, context) };
  },
  text({ registry, account }, style) {
    return `${style.bold(account.login)} at ${registry} ${style.dim(`(may: ${account.scopes.join(', ')})`)}`;
  },
  json: ({ registry, account }) => ({ registry, ...account }),
};
