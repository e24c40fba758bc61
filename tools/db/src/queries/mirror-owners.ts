import type { Queryable } from '../database.ts';
import type { MirroredRow } from './mirror-extensions.ts';

/** Makes the owners of extensions match their entries. */
export async function mirrorOwners(
  transaction: Queryable,
  rows: readonly MirroredRow[],
): Promise<void> {
  const owners = rows.flatMap(({ id, entry }) =>
    entry.owners.map((owner, position) => ({ ...owner, position, extension_id: id })),
  );
  await transaction.query(
    `with given as (
       select extension_id, position, provider, id as account_id, login
       from jsonb_to_recordset($1) as given (
         extension_id bigint, position integer, provider text, id bigint, login text)
     ), gone as (
       delete from extension_owners as owner
       where extension_id = any($2) and not exists (
         select from given
         where given.extension_id = owner.extension_id
           and given.provider = owner.provider and given.account_id = owner.account_id)
     )
     insert into extension_owners (extension_id, position, provider, account_id, login)
     select extension_id, position, provider, account_id, login from given
     on conflict (extension_id, provider, account_id) do update
     set position = excluded.position, login = excluded.login
     where (extension_owners.position, extension_owners.login)
       is distinct from (excluded.position, excluded.login)`,
    [JSON.stringify(owners), rows.filter(({ known }) => known).map(({ id }) => id)],
  );
  await addUsers(transaction, JSON.stringify(owners));
}

/**
 * Adds owners as accounts before they sign in, so that their ids can't be given to others. A login that
 * another account has is left alone until one of the two signs in.
 */
async function addUsers(transaction: Queryable, owners: string): Promise<void> {
  await transaction.query(
    `insert into users (provider, account_id, login)
     select distinct provider, id, login
     from jsonb_to_recordset($1) as owner (provider text, id bigint, login text)
     where not exists (
       select from users where users.provider = owner.provider and users.account_id = owner.id)
     on conflict do nothing`,
    [owners],
  );
}
