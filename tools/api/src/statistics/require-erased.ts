import { type Database, hasOverdueSalts } from '@orchestra/db';
import { saltsKept } from './erase-salts.ts';

/**
 * Asks the database, of which a server needs an answer, whether salts were erased as they should.
 *
 * @throws RegistryError `salts-kept` where one is there a day after its day has ended;
 *   `database-unreachable`
 */
export async function requireErased(database: Database): Promise<void> {
  if (await hasOverdueSalts(database)) throw saltsKept();
}
