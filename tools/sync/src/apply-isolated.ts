import { showable } from '@orchestra/core';
import { type Queryable, sqlState } from '@orchestra/db';

/** An item that the database rejected. */
export interface Refused<T> {
  item: T;
  /** The database's message, without emails. */
  reason: string;
}

/**
 * Applies items together; where the database rejects a value, all items except those with such values. One
 * bad item doesn't keep others from being applied.
 *
 * @param apply may run several times with fewer items; the effects of a failed run are undone first
 * @throws any error that isn't about a value
 */
export async function applyIsolated<T>(
  transaction: Queryable,
  { items, apply }: { items: readonly T[]; apply(items: readonly T[]): Promise<void> },
): Promise<Refused<T>[]> {
  const [item] = items;
  if (item === undefined) return [];
  await transaction.query('savepoint isolated');
  try {
    await apply(items);
    await transaction.query('release savepoint isolated');
    return [];
  } catch (error) {
    if (!isAboutValues(error)) throw error;
    await transaction.query('rollback to savepoint isolated');
    await transaction.query('release savepoint isolated');
    if (items.length === 1) return [{ item, reason: reasonOf(error) }];
  }
  const middle = Math.ceil(items.length / 2);
  const first = await applyIsolated(transaction, { items: items.slice(0, middle), apply });
  const second = await applyIsolated(transaction, { items: items.slice(middle), apply });
  return [...first, ...second];
}

/**
 * True for errors about values: cardinality, data, constraints and limits. Deeply nested values exhaust the
 * server's stack.
 *
 * Source: https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
function isAboutValues(error: unknown): boolean {
  return error instanceof RangeError || /^(?:21|22|23|54)/.test(sqlState(error) ?? '');
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The database refuses it: ${showable(message)}`;
}
