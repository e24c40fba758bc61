import type { Owner } from '@orchestra/core';
import { changeOwner, checkReason } from '@orchestra/registry';
import { findAccount } from '../accounts/find-account.ts';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The owner to add or remove, and the extension. */
export interface OwnerOptions {
  action: 'add' | 'remove';
  name: string;
  login: string;
  reason?: string;
}

/** The owners of an extension after the command. */
export interface Owners {
  name: string;
  owners: Owner[];
}

/**
 * Adds an owner to an extension, or removes one.
 *
 * @throws RegistryError `user-unknown`, and as {@link changeOwner}
 */
export const owner: OperatorCommand<OwnerOptions, Owners> = {
  async run(options, context) {
    const { action, name, login, reason } = options;
    checkReason(reason);
    using registry = await openData(context);
    const by = await findOperator(context);
    const account = await findAccount(login, context);
    const entry = await changeOwner(
      { action, name, owner: account, by, reason },
      { ...registry, now: context.now },
    );
    return { name, owners: entry.owners };
  },
  text: ({ name, owners }) => `${name} is owned by ${owners.map(({ login }) => login).join(', ')}`,
};
