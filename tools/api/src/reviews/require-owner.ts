import { RegistryError } from '@orchestra/core';
import { findReviewEligibility, type Queryable } from '@orchestra/db';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { extensionUnknown } from './require-extension.ts';

/**
 * Makes sure that an account owns an extension; the scope `publish` isn't required.
 *
 * @returns the id of the extension's row
 * @throws RegistryError `extension-unknown`, `not-an-owner`
 */
export async function requireOwner(
  database: Queryable,
  of: { name: string; account: AuthenticatedAccount },
): Promise<number> {
  const eligibility = await findReviewEligibility(database, of);
  if (eligibility === null) throw extensionUnknown(of.name);
  if (eligibility.isOwner) return eligibility.extensionId;
  throw new RegistryError(
    'not-an-owner',
    `'${of.name}' belongs to others; you are ${of.account.login}`,
    { hint: 'Only its owners answer its reviews.' },
  );
}
