import type { Queryable } from '../database.ts';

/** A local account. */
export interface LocalUser {
  /** Of its row. */
  userId: number;
  /** Of the account, as index entries have it. */
  id: number;
  login: string;
}

/** Finds a local account by its login, in any case; null where there is none. */
export async function findLocalUser(database: Queryable, login: string): Promise<LocalUser | null> {
  const [user] = await database.query<LocalUser>(
    `select id as "userId", account_id as id, login
     from users
     where provider = 'local' and lower(login) = lower($1)`,
    [login],
  );
  return user ?? null;
}
