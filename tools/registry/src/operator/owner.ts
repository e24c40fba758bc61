import type { Owner } from '@orchestra/core';
import { changeOwner } from '../curated/change-owner.ts';
import type { OperatorContext } from './context.ts';
import { findAccount } from './accounts/find-account.ts';
import { openData } from './open-data.ts';

/** Who owns an extension now. */
export interface Owners {
  name: string;
  owners: Owner[];
}

/**
 * Adds an owner to an extension or takes one away.
 *
 * @throws RegistryError `user-unknown`, and as {@link changeOwner}
 */
export async function owner(
  options: { action: 'add' | 'remove'; name: string; login: string },
  context: OperatorContext,
): Promise<Owners> {
  using registry = await openData(context);
  const { action, name, login } = options;
  const account = await findAccount(login, context);
  const entry = await changeOwner(
    { action, name, owner: account },
    { ...registry, now: context.now },
  );
  return { name, owners: entry.owners };
}
