import { RegistryError } from '@orchestra/core';

/**
 * The URL of the database.
 *
 * @throws RegistryError `usage` where none is set
 */
export function readDatabaseUrl(databaseUrl: string | undefined): string {
  if (databaseUrl !== undefined && databaseUrl !== '') return databaseUrl;
  throw new RegistryError('usage', 'No database is named: expected DATABASE_URL', {
    hint: 'Set DATABASE_URL=postgres://… A database in a data folder belongs to `npm start`, which mirrors by itself.',
  });
}
