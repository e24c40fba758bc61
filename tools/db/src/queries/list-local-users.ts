import type { User } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Every local account, by id, with the number of its valid tokens. */
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
