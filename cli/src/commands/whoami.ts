import type { Account } from '@orchestra/core';
import type { Command } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { fetchAccount } from '../credentials/fetch-account.ts';

/** Whose token is used, and where. */
export interface WhoamiResult {
  registry: string;
  account: Account;
}

/** Shows whose token is used. */
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
