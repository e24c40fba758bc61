import type { Owner } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/**
 * Gives the verified mark to the extensions of verified accounts, and takes it from all others.
 *
 * @returns the ids of extensions that changed
 */
export async function mirrorVerified(
  transaction: Queryable,
  accounts: readonly Owner[],
): Promise<number[]> {
  const changed = await transaction.query<{ id: number }>(
    `with given as (
       select distinct extension_id
       from jsonb_to_recordset($1) as given (provider text, id bigint)
       join extension_owners as owner
         on owner.provider = given.provider and owner.account_id = given.id
     )
     update extensions set verified = not verified
     where verified <> (id in (select extension_id from given))
     returning id`,
    [JSON.stringify(accounts)],
  );
  return changed.map(({ id }) => id);
}
