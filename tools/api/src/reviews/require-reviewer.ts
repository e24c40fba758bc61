import { RegistryError } from '@orchestra/core';
import { findReviewEligibility, type Queryable } from '@orchestra/db';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { extensionUnknown } from './require-extension.ts';

/** The facts about the author that a review contains. */
export interface Reviewer {
  extensionId: number;
  /** The last version that the account had installed. */
  version: string;
}

/**
 * Makes sure that an account may review an extension: it has installed it once, and doesn't own it. Yanked
 * and quarantined versions may still be reviewed by accounts that had them.
 *
 * @throws RegistryError `extension-unknown`, `review-forbidden`, `install-missing`
 */
export async function requireReviewer(
  database: Queryable,
  of: { name: string; account: AuthenticatedAccount },
): Promise<Reviewer> {
  const eligibility = await findReviewEligibility(database, of);
  if (eligibility === null) throw extensionUnknown(of.name);
  const { extensionId, isOwner, installedVersion: version } = eligibility;
  if (isOwner) {
    throw new RegistryError('review-forbidden', `'${of.name}' is yours: owners don't review`, {
      hint: 'Answer the reviews of others instead.',
    });
  }
  if (version === null) {
    throw new RegistryError(
      'install-missing',
      `'${of.account.login}' has not installed '${of.name}'`,
      { hint: `Install it while signed in, then try it: orchestra ext install ${of.name}` },
    );
  }
  return { extensionId, version };
}
