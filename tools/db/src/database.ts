/** Where SQL is sent: a database, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement, and returns its rows. Times come as ISO strings in UTC, `bigint` and `numeric`
   * as numbers.
   *
   * @throws RegistryError `database-unreachable` where trying again may help
   */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** An open database with the tables of this release. */
export interface Database extends Queryable, AsyncDisposable {
  /** An embedded one is this process's own: one connection, and everything waits its turn. */
  kind: 'server' | 'embedded';
  /**
   * Runs queries in one transaction: all of them, or none where `run` throws. Within it the database
   * itself may not be asked, only the transaction.
   */
  transaction<T>(run: (transaction: Queryable) => Promise<T>): Promise<T>;
}
