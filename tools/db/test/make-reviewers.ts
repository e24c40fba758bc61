import type { Queryable } from '../src/database.ts';
import { mirrorEntries } from '../src/queries/mirror-entries.ts';
import { makeEntry } from '@orchestra/testkit';

/** An extension, and accounts that may write of it. */
export interface Reviewers {
  extensionId: number;
  /** Rows of the accounts. */
  userIds: number[];
}

/** Adds an extension and as many accounts. */
export async function makeReviewers(
  database: Queryable,
  { name, accounts }: { name: string; accounts: number },
): Promise<Reviewers> {
  const entry = makeEntry({ name });
  const [extensionId = 0] = await mirrorEntries(database, [
    { entry, verified: false, featuredRank: null },
  ]);
  const users = await database.query<{ id: number }>(
    `insert into users (provider, account_id, login)
     select 'github', 1000 + nth, $1 || '-' || nth from generate_series(1, $2::integer) nth
     returning id`,
    [name, accounts],
  );
  return { extensionId, userIds: users.map(({ id }) => id) };
}
