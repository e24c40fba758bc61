import type { Queryable } from '../database.ts';

/** An arbitrary lock number, different from the one of the migrations. */
const lock = 7_306_914_524;

/**
 * Takes the lock for mirroring until the transaction ends, and waits for it as long as needed.
 *
 * @param how `alone`: nobody else mirrors or reads documents; `shared`: nobody mirrors, but others may read
 *   documents too
 */
export async function lockSync(transaction: Queryable, how: 'alone' | 'shared'): Promise<void> {
  await transaction.query('set local statement_timeout = 0');
  await transaction.query(`set local idle_in_transaction_session_timeout = '10min'`);
  const kind = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await transaction.query(`select ${kind}($1)`, [lock]);
}

/** The state of the mirror. */
export interface SyncState {
  /** The mirrored commit of the index. */
  commit: string;
  /** ISO time of the last sync. */
  syncedAt: string;
}

/** Reads which commit of the index is mirrored; null where none is. */
export async function readSyncState(database: Queryable): Promise<SyncState | null> {
  const [state] = await database.query<SyncState>(
    'select commit, synced_at as "syncedAt" from sync_state',
  );
  return state ?? null;
}

/** Notes the mirrored commit, in the transaction that mirrored it. */
export async function writeSyncState(transaction: Queryable, commit: string): Promise<void> {
  await transaction.query(
    `insert into sync_state (commit, synced_at) values ($1, now())
     on conflict (single) do update set commit = excluded.commit, synced_at = excluded.synced_at`,
    [commit],
  );
}

/** A file of the index that can't be mirrored. */
export interface SyncProblem {
  /** Relative to the index. */
  path: string;
  reason: string;
}

/** Lists the files of the index that couldn't be mirrored, by path. */
export async function listSyncProblems(database: Queryable): Promise<SyncProblem[]> {
  return database.query<SyncProblem>('select path, reason from sync_problems order by path');
}

/** Replaces the list of files that couldn't be mirrored. */
export async function replaceSyncProblems(
  transaction: Queryable,
  problems: readonly SyncProblem[],
): Promise<void> {
  await transaction.query(
    `with given as (
       select path, reason from jsonb_to_recordset($1) as given (path text, reason text)
     ), mended as (
       delete from sync_problems where path not in (select path from given)
     )
     insert into sync_problems (path, reason)
     select path, reason from given
     on conflict (path) do update set reason = excluded.reason`,
    [JSON.stringify(problems)],
  );
}
