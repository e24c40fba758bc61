import type { Queryable } from '../database.ts';
import type { SyncProblem } from './list-sync-problems.ts';

/** Keeps the files that could not be mirrored for the next time, and forgets those that were. */
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
