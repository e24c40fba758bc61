import type { Owner } from '@orchestra/core';
import { changeCurated, checkReason, commitMessage } from '@orchestra/registry';
import { findAccount } from '../accounts/find-account.ts';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** Whether an account has the verified mark. */
export interface Badge {
  account: Owner;
  verified: boolean;
  /** False where it already was as requested. */
  changed: boolean;
}

/**
 * Gives an account the verified mark, or removes it. Only give it after a person checked that the account
 * owns the project or domain that it claims.
 *
 * @throws RegistryError `user-unknown`
 */
export const badge: OperatorCommand<{ login: string; remove: boolean; reason?: string }, Badge> = {
  async run({ login, remove, reason }, context) {
    checkReason(reason);
    using registry = await openData(context);
    const account = await findAccount(login, context);
    const isAccount = (owner: Owner) =>
      owner.provider === account.provider && owner.id === account.id;
    const by = await findOperator(context);
    const title = `${remove ? 'Verify no longer' : 'Verify'}: ${account.login}`;
    const changed = await changeCurated(
      {
        message: commitMessage(title, { by, reason }),
        change: ({ verified }) => {
          if (remove) return { verified: verified.filter((owner) => !isAccount(owner)) };
          return verified.some(isAccount) ? {} : { verified: [...verified, account] };
        },
      },
      { ...registry, now: context.now },
    );
    return { account, verified: !remove, changed };
  },
  text({ account, verified, changed }, style) {
    const state = verified ? style.green('verified') : 'not verified';
    return changed
      ? `${account.login} is now ${state}`
      : `${account.login} was ${state} already; nothing changed`;
  },
};
