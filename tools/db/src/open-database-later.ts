import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { connectDatabase } from './open-database.ts';

/**
 * Opens a database on a server that may still be unreachable. Migrations run before the first query; queries
 * fail with `database-unreachable` while the server is away.
 */
export async function openDatabaseLater(location: {
  url: string;
  answerMs?: number;
}): Promise<Database> {
  const database = await connectDatabase(location);
  let migrated: Promise<unknown> | null = null;
  const opened = async () => {
    migrated ??= migrate(database);
    try {
      await migrated;
    } catch (error) {
      migrated = null; // tried again with the next query
      throw error;
    }
  };
  return {
    ...database,
    async query(text, values) {
      await opened();
      return database.query(text, values);
    },
    async transaction(run) {
      await opened();
      return database.transaction(run);
    },
  };
}
