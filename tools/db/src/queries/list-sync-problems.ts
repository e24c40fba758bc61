import type { Queryable } from '../database.ts';

/** A file of the index that can't be mirrored. */
export interface SyncProblem {
  /** Relative to the index. */
  path: string;
  reason: string;
}

/** Lists the files of the index that could not be mirrored, by path. */
export async function listSyncProblems(database: Queryable): Promise<SyncProblem[]> {
  return database.query<SyncProblem>('select path, reason from sync_problems order by path');
}
