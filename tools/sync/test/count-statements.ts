import type { Database, Queryable } from '@orchestra/db';

/** A database that counts the statements it is sent, and kills this process before one of them. */
export function countStatements(
  database: Database,
  options: { killAt: number },
): Database & { statements(): number } {
  let statements = 0;
  const counting = (queryable: Queryable): Queryable => ({
    query: (text, values) => {
      statements += 1;
      if (statements === options.killAt) process.kill(process.pid, 'SIGKILL');
      return queryable.query(text, values);
    },
  });
  return {
    ...database,
    ...counting(database),
    transaction: (run) => database.transaction((transaction) => run(counting(transaction))),
    statements: () => statements,
  };
}
