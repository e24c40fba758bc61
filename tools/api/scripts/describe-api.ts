import { type Config, defaultLimits, RegistryError } from '@orchestra/core';
import { connectDatabase, databaseAccounts, DatabaseCatalog } from '@orchestra/db';
import { tmpdir } from 'node:os';
import { buildApi } from '../src/build-api.ts';
import { databaseAuthenticator } from '../src/accounts/database-authenticator.ts';
import { localRates } from '../src/rates/rates.ts';

const site = 'https://registry.example';
const config: Config = {
  format: 1,
  name: 'Orchestra extensions',
  index: `${site}/index`,
  packages: `${site}/packages`,
  docs: `${site}/docs`,
  api: `${site}/api/v1`,
  site,
  publish: { via: 'api' },
  limits: defaultLimits,
};

/**
 * The OpenAPI description of every route, of a server that has nothing and listens nowhere. Errors are left
 * out: every route answers with the same.
 */
export async function describeApi(): Promise<object> {
  // it is connected to once somebody asks it something, which the description doesn't
  await using database = await connectDatabase({ url: 'postgres://127.0.0.1:1/none' });
  const refuse = () => Promise.reject(new RegistryError('busy', 'Nothing is published here'));
  const server = await buildApi(
    {
      config: () => config,
      catalog: new DatabaseCatalog(database, { config: () => config }),
      index: { head: async () => '' },
      database,
      accounts: databaseAccounts(database),
      authenticator: databaseAuthenticator(database),
      publish: refuse,
      changeStatus: refuse,
      findCodeReview: refuse,
      uploadDirectory: tmpdir(),
    },
    { isOwnHost: () => true, isOwnOrigin: () => false, rates: localRates, onError: () => {} },
  );
  const { body } = await server.inject({ url: '/openapi.json' });
  await server.close();
  const isError = (key: string) => key === '4XX' || key === '5XX';
  return JSON.parse(body, (key, value) => (isError(key) ? undefined : value));
}
