import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Database, Queryable } from './database.ts';
import { sqlState, toDatabaseError } from './database-error.ts';
import { migrate } from './migrate.ts';
import { valueTypes } from './value-types.ts';

/** The location of a database: a server, or an embedded one. */
export type DatabaseLocation =
  | {
      /** `postgres://…` */
      url: string;
      /** Most simultaneous connections. */
      connections?: number;
      /** Time limit of a query in milliseconds, also where the server stops responding. */
      answerMs?: number;
    }
  | {
      /** Folder of an embedded database, created if missing; null keeps it in memory. */
      folder: string | null;
    };

/**
 * Opens a database and runs missing migrations. If a server becomes unreachable later, each query tries to
 * connect again.
 *
 * @throws RegistryError `database-unreachable`, `database-newer`, `database-failed`
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = await connectDatabase(location);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** Opens a database without running migrations. */
export async function connectDatabase(location: DatabaseLocation): Promise<Database> {
  if ('url' in location) {
    const { url, connections = 10, answerMs } = location;
    const server = {
      connectionString: url,
      max: connections,
      ...timeouts,
      ...(answerMs === undefined ? {} : { query_timeout: answerMs }),
    };
    return toDatabase(server, { kind: 'server', close: async () => {} });
  }
  const { openEmbedded } = await import('./open-embedded.ts');
  const { config, close } = await openEmbedded(location.folder);
  return toDatabase({ ...config, max: 1 }, { kind: 'embedded', close });
}

const timeouts = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

function toDatabase(
  config: PoolConfig,
  { kind, close }: { kind: Database['kind']; close: () => Promise<void> },
): Database {
  const pool = new Pool({ ...config, types: valueTypes });
  // ignored, because the pool replaces a lost idle connection
  pool.on('error', () => {});
  return {
    kind,
    query: (text, values) =>
      lend(pool, async (client, lost) => {
        try {
          return await rowsOf(client, { text, values });
        } catch (error) {
          if (sqlState(error) === null) lost(); // later results would belong to no query
          throw error;
        }
      }),
    transaction: (run) =>
      lend(pool, async (client, lost) => {
        const transaction: Queryable = {
          query: (text, values) => rowsOf(client, { text, values }),
        };
        try {
          await transaction.query('begin');
          const result = await run(transaction);
          await transaction.query('commit');
          return result;
        } catch (error) {
          await client.query('rollback').catch(lost);
          throw error;
        }
      }),
    async [Symbol.asyncDispose]() {
      await pool.end();
      await close();
    },
  };
}

/**
 * Lends a connection of the pool, and returns it after a rejected statement too: the embedded database has no
 * other one.
 */
async function lend<T>(
  pool: Pool,
  use: (client: PoolClient, lost: () => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw toDatabaseError(error);
  });
  let broken = false;
  const lost = () => {
    broken = true;
  };
  client.on('error', lost);
  try {
    return await use(client, lost);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

async function rowsOf<Row>(
  client: { query(config: object): Promise<{ rows: Row[] }> },
  { text, values = [] }: { text: string; values?: readonly unknown[] | undefined },
): Promise<Row[]> {
  try {
    const { rows } = await client.query(values.length === 0 ? { text } : { text, values });
    return rows;
  } catch (error) {
    throw toDatabaseError(error);
  }
}
