import type { Queryable } from '../database.ts';

/** Says which commit of the index the tables are at, in the transaction that brought them there. */
export async function writeSyncState(transaction: Queryable, commit: string): Promise<void> {
  await transaction.query(
    `insert into sync_state (commit, synced_at) values ($1, now())
     on conflict (single) do update set commit = excluded.commit, synced_at = excluded.synced_at`,
    [commit],
  );
}
