import type { Queryable } from '../database.ts';

/** Ends one session, which needs not be valid any more; its token stays. */
export async function removeSession(database: Queryable, sha256: string): Promise<void> {
  await database.query('delete from sessions where sha256 = $1', [sha256]);
}
