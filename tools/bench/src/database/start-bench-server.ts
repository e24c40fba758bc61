import { connectDatabase, type Database, openDatabase } from '@orchestra/db';
import { startPostgres } from '@orchestra/testkit';

/** A PostgreSQL server for the rows that need one. */
export interface BenchServer extends AsyncDisposable {
  /** Makes a database with up-to-date tables. @returns its URL */
  makeDatabase(): Promise<string>;
  /** Deletes a database. */
  dropDatabase(url: string): Promise<void>;
}

/** Starts a server with the settings of the tests, which all compared parts use. */
export async function startBenchServer(): Promise<BenchServer> {
  const server = await startPostgres();
  let made = 0;
  const maintain = async (run: (database: Database) => Promise<unknown>) => {
    await using database = await connectDatabase({ url: server.url, connections: 1 });
    await run(database);
  };
  return {
    async makeDatabase() {
      const name = `bench_${(made += 1)}`;
      await maintain((database) => database.query(`create database ${name}`));
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      await (await openDatabase({ url: url.href }))[Symbol.asyncDispose]();
      return url.href;
    },
    async dropDatabase(url) {
      const name = new URL(url).pathname.slice(1);
      await maintain((database) => database.query(`drop database ${name} with (force)`));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
