/** Where SQL is sent: a database, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement and returns its rows. Times are ISO strings in UTC; `bigint` and `numeric` are
   * numbers.
   *
   * @throws RegistryError `database-unreachable` where trying again may help
   */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** An open database, whose tables are up to date with this version of the program. */
export interface Database extends Queryable, AsyncDisposable {
  /**
   * An embedded database belongs to this process and has one connection, so that queries wait for each other.
   */
  kind: 'server' | 'embedded';
  /**
   * Runs queries in one transaction; undoes all of them if `run` throws. Inside, only the transaction may be
   * queried, not the database.
   */
  transaction<T>(run: (transaction: Queryable) => Promise<T>): Promise<T>;
}
