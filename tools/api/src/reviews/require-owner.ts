import { RegistryError } from '@orchestra/core';
import { findReviewStanding, type Queryable } from '@orchestra/db';
import type { Account } from '../authenticator.ts';
import { extensionUnknown } from './require-extension.ts';

/**
 * Makes sure that an account owns an extension; no right to publish is needed.
 *
 * @returns the extension's row
 * @throws RegistryError `extension-unknown`, `not-an-owner`
 */
export async function requireOwner(
  database: Queryable,
  of: { name: string; account: Account },
): Promise<number> {
  const standing = await findReviewStanding(database, of);
  if (standing === null) throw extensionUnknown(of.name);
  if (standing.isOwner) return standing.extensionId;
  throw new RegistryError(
    'not-an-owner',
    `'${of.name}' belongs to others; you are ${of.account.login}`,
    { hint: 'Only its owners answer its reviews.' },
  );
}
