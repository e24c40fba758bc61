import { type Database, hasOverdueSalts } from '@orchestra/db';
import { saltsKept } from './erase-salts.ts';

/**
 * Makes sure that salts of past days were erased, and that the database answers.
 *
 * @throws RegistryError `salts-kept` where a salt is left a day after its day ended; `database-unreachable`
 */
export async function requireErased(database: Database): Promise<void> {
  if (await hasOverdueSalts(database)) throw saltsKept();
}
