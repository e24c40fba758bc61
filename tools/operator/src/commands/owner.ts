import type { Owner } from '@orchestra/core';
import { changeOwner } from '../curated/change-owner.ts';
import { checkReason } from '../publish/check-reason.ts';
import type { OperatorContext } from './context.ts';
import { findAccount } from './accounts/find-account.ts';
import { findOperator } from './find-operator.ts';
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
  options: { action: 'add' | 'remove'; name: string; login: string; reason: string | undefined },
  context: OperatorContext,
): Promise<Owners> {
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
}
