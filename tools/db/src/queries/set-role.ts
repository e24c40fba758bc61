import type { Role } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Gives an account a role in the registry. */
export async function setRole(
  database: Queryable,
  { userId, role }: { userId: number; role: Role },
): Promise<void> {
  await database.query('update users set role = $2 where id = $1', [userId, role]);
}
