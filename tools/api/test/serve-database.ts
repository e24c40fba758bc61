import { RegistryError } from '@orchestra/core';
import { databaseAccounts, DatabaseCatalog, openDatabase } from '@orchestra/db';
import { openRegistry } from '@orchestra/registry';
import { makeConfig } from '@orchestra/testkit';
import { buildApi } from '../src/build-api.ts';
import { databaseAuthenticator } from '../src/accounts/database-authenticator.ts';
import { localRates } from '../src/rates/rates.ts';

// Serves the API from a database, until it is killed; prints where.
// Run as: node serve-database.ts DATABASE_URL FOLDER
const [url = '', folder = ''] = process.argv.slice(2);
const config = makeConfig();
const refuse = () => Promise.reject(new RegistryError('busy', 'Nothing is published here'));

const registry = await openRegistry(folder, { config });
const database = await openDatabase({ url });
const server = await buildApi(
  {
    config: () => config,
    catalog: new DatabaseCatalog(database, { config: () => config }),
    index: registry.index,
    database,
    accounts: databaseAccounts(database),
    authenticator: databaseAuthenticator(database),
    publish: refuse,
    changeStatus: refuse,
    findCodeReview: refuse,
    uploadDirectory: registry.uploads,
  },
  {
    isOwnHost: () => true,
    isOwnOrigin: () => true,
    rates: localRates,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  },
);
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
