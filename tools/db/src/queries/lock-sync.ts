import type { Queryable } from '../database.ts';

/** Of our own, like that of the migrations. */
const lock = 7_306_914_524;

/**
 * Keeps others from mirroring until the end of the transaction, which may take as long as it needs.
 *
 * @param how `alone`: nobody else mirrors or fills in documents; `shared`: nobody mirrors, and others
 *   may fill in documents as well
 */
export async function lockSync(transaction: Queryable, how: 'alone' | 'shared'): Promise<void> {
  await transaction.query('set local statement_timeout = 0');
  await transaction.query(`set local idle_in_transaction_session_timeout = '10min'`);
  const kind = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await transaction.query(`select ${kind}($1)`, [lock]);
}
