import type { Owner } from '@orchestra/core';
import { changeCurated } from '../curated/change-curated.ts';
import { commitMessage } from '../curated/commit-message.ts';
import { checkReason } from '../publish/check-reason.ts';
import type { OperatorContext } from './context.ts';
import { findAccount } from './accounts/find-account.ts';
import { findOperator } from './find-operator.ts';
import { openData } from './open-data.ts';

/** Whether an account has the verified mark now. */
export interface Badge {
  account: Owner;
  verified: boolean;
  /** False where it was so before. */
  changed: boolean;
}

/**
 * Gives an account the verified mark, or takes it away. To be given only once a person has checked
 * that the account owns the project or domain that it claims.
 *
 * @throws RegistryError `user-unknown`
 */
export async function badge(
  { login, remove, reason }: { login: string; remove: boolean; reason?: string },
  context: OperatorContext,
): Promise<Badge> {
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
}
