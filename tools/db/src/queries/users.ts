import type { Role, User } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Makes other writes for an account wait until the transaction ends. */
export async function lockUser(transaction: Queryable, userId: number): Promise<void> {
  await transaction.query('select from users where id = $1 for no key update', [userId]);
}

/** A local account. */
export interface LocalUser {
  /** Id of its row. */
  userId: number;
  /** Id of the account, as in index entries. */
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

/** Lists all local accounts by id, with their numbers of valid tokens. */
export async function listLocalUsers(database: Queryable): Promise<User[]> {
  return database.query<User>(
    `select account_id as id, login, role, users.created_at as "createdAt",
            count(tokens.id) filter (where expires_at > now())::integer as tokens
     from users left join tokens on tokens.user_id = users.id
     where provider = 'local'
     group by users.id
     order by account_id`,
  );
}

/** Adds a local account with the next id, or finds the one with that login. */
export async function addLocalUser(database: Queryable, login: string): Promise<LocalUser> {
  for (;;) {
    const [user] = await database.query<LocalUser>(
      `with known as (
         select id, account_id, login from users
         where provider = 'local' and lower(login) = lower($1)
       ), added as (
         insert into users (provider, account_id, login)
         select 'local', 1 + coalesce(max(account_id), 0), $1
         from users
         where provider = 'local'
         having not exists (select from known)
         on conflict do nothing
         returning id, account_id, login
       )
       select id as "userId", account_id as id, login from known
       union all
       select id, account_id, login from added`,
      [login],
    );
    if (user !== undefined) return user; // else another process took the number or the login
  }
}

/** Gives an account a role in the registry. */
export async function setRole(
  database: Queryable,
  { userId, role }: { userId: number; role: Role },
): Promise<void> {
  await database.query('update users set role = $2 where id = $1', [userId, role]);
}
