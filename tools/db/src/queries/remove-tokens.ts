import type { Queryable } from '../database.ts';

/** Ends every token of an account. @returns how many were valid */
export async function removeTokens(database: Queryable, userId: number): Promise<number> {
  const [ended] = await database.query<{ count: number }>(
    `with ended as (delete from tokens where user_id = $1 returning expires_at)
     select count(*) from ended where expires_at > now()`,
    [userId],
  );
  return ended?.count ?? 0;
}
