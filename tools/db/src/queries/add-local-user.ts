import type { Queryable } from '../database.ts';
import type { LocalUser } from './find-local-user.ts';

/** Adds a local account with the next number, or finds the one that has the login. */
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
