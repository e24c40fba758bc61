import { buildApi, databaseAuthenticator, localRates } from '@orchestra/api-server';
import { RegistryError } from '@orchestra/core';
import { DatabaseCatalog, databaseAccounts, openDatabase } from '@orchestra/db';
import { makeConfig } from '@orchestra/testkit';
import { tmpdir } from 'node:os';

// Serves the API of a mirrored index until it is killed, and prints its address. Run as: node serve-api.ts
// DATABASE_URL
const [url = ''] = process.argv.slice(2);
const made = makeConfig();
const database = await openDatabase({ url });
const config = () => made;
const refuse = () => Promise.reject(new RegistryError('busy', 'Nothing is published here'));
const server = await buildApi(
  {
    config,
    catalog: new DatabaseCatalog(database, { config }),
    index: { head: async () => '' },
    database,
    accounts: databaseAccounts(database),
    authenticator: databaseAuthenticator(database),
    publish: refuse,
    changeStatus: refuse,
    findCodeReview: refuse,
    uploadDirectory: tmpdir(),
  },
  {
    isOwnHost: () => true,
    isOwnOrigin: () => true,
    rates: localRates,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  },
);
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
