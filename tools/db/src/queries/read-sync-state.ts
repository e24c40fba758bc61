import type { Queryable } from '../database.ts';

/** Where the mirror of the index stands. */
export interface SyncState {
  /** Of the index. */
  commit: string;
  /** ISO time. */
  syncedAt: string;
}

/** Reads which commit of the index the tables are at; null where nothing was mirrored yet. */
export async function readSyncState(database: Queryable): Promise<SyncState | null> {
  const [state] = await database.query<SyncState>(
    'select commit, synced_at as "syncedAt" from sync_state',
  );
  return state ?? null;
}
