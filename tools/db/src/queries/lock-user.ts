import type { Queryable } from '../database.ts';

/** Makes whatever else is written for an account wait for the end of the transaction. */
export async function lockUser(transaction: Queryable, userId: number): Promise<void> {
  await transaction.query('select from users where id = $1 for no key update', [userId]);
}
