import type { Queryable } from '../database.ts';

/** Ends one token, which needs not be valid any more. */
export async function removeToken(database: Queryable, sha256: string): Promise<void> {
  await database.query('delete from tokens where sha256 = $1', [sha256]);
}
