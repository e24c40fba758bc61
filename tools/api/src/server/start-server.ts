import { type Config, RegistryError } from '@orchestra/core';
import {
  type Database,
  databaseAccounts,
  DatabaseCatalog,
  openDatabaseLater,
  sqlState,
} from '@orchestra/db';
import { type FollowedIndex, openFollowedIndex } from '@orchestra/registry';
import { tmpdir } from 'node:os';
import type { AnsweredRequest } from '../http/answered-request.ts';
import { buildApi } from '../build-api.ts';
import { databaseAuthenticator } from '../accounts/database-authenticator.ts';
import { listen } from '../http/listen.ts';
import { publicRates } from '../rates/rates.ts';
import { followIndex } from './follow-index.ts';

/** How `npm run api` is started. */
export interface ServerOptions {
  /** `postgres://…` */
  database: string;
  /** A folder of a repository, or the URL of one. */
  repository: string;
  /** Folder for the copy of a repository that a URL names. */
  cache: string;
  /** Seconds between two looks at the repository. */
  every: number;
  host: string;
  port: number;
  /** What the server may be called, beside the host of `config.json`. */
  hosts: readonly string[];
  /** Whose pages may write, beside the site's. */
  origins: readonly string[];
  proxies: readonly string[];
}

/** Who is told what happens. */
export interface ServerContext {
  cwd: string;
  onAnswered(answered: AnsweredRequest): void;
  /** Told what failed, behind a request where it has an id, and is tried again. */
  onError(error: unknown, requestId?: string): void;
}

/** A server that answers, until it is closed. */
export interface RunningServer {
  origin: string;
  /** Finishes what is under way, and stops. */
  close(): Promise<void>;
}

/** Longer than the server itself lets a statement run: what takes longer comes from no one. */
const answerMs = 35_000;

/**
 * Starts the API of a registry whose packages come by pull request. It starts while the database is
 * away, answers 503 until that is back, and stops for a database that it can't use.
 *
 * @throws RegistryError `usage`, `port-taken`, `not-found`, `registry-unreachable`, `index-damaged`,
 *   `database-newer`
 */
export async function startServer(
  options: ServerOptions,
  context: ServerContext,
): Promise<RunningServer> {
  requirePostgres(options.database);
  await using started = new AsyncDisposableStack();
  const followed = started.use(await openFollowedIndex({ ...options, cwd: context.cwd }));
  await followed.refresh().catch(context.onError);
  requirePullRequests(followed.config());
  const database = started.use(await openDatabaseLater({ url: options.database, answerMs }));
  await requireUsable(database, context);

  const server = await buildApi(services(followed, database), {
    isOwnHost: (host) => isNamed(host, { api: followed.config().api, hosts: options.hosts }),
    isOwnOrigin: (origin) =>
      origin === new URL(followed.config().site).origin || options.origins.includes(origin),
    rates: publicRates,
    ...(options.proxies.length === 0 ? {} : { proxies: options.proxies }),
    onError: context.onError,
    onAnswered: context.onAnswered,
  });
  started.defer(() => server.close());
  const { host, port } = options;
  const origin = await listen(server, { host, port, hint: 'Choose another one with --port.' });
  started.use(followIndex(followed, { everyMs: options.every * 1000, onError: context.onError }));
  const running = started.move();
  return { origin, close: () => running.disposeAsync() };
}

function services({ index, config }: FollowedIndex, database: Database) {
  const refuse = async () => {
    throw new RegistryError('publish-by-pull-request', 'This registry takes pull requests alone');
  };
  return {
    config,
    index,
    catalog: new DatabaseCatalog(database, { config }),
    database,
    accounts: databaseAccounts(database),
    authenticator: databaseAuthenticator(database),
    publish: refuse,
    changeStatus: refuse,
    uploadDirectory: tmpdir(),
  };
}

/** Whatever its port: a proxy may listen on another one. */
function isNamed(host: string, { api, hosts }: { api: string | null; hosts: readonly string[] }) {
  const own = api === null ? [] : [new URL(api).hostname];
  const names = [...own, ...hosts.map((name) => name.toLowerCase()), '127.0.0.1', 'localhost'];
  return names.includes(host.replace(/:\d+$/, ''));
}

/** What is found is not told: it may have a password in it. */
function requirePostgres(url: string): void {
  if (/^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? '')) return;
  throw new RegistryError(
    'usage',
    'Expected DATABASE_URL to be a URL of PostgreSQL; found another',
    {
      hint: 'Set DATABASE_URL=postgres://USER:PASSWORD@HOST/DATABASE',
    },
  );
}

/** Packages that come over HTTP need the data folder of a registry, which this server doesn't have. */
function requirePullRequests({ publish }: Config): void {
  if (publish.via === 'pull-request') return;
  throw new RegistryError(
    'usage',
    "Expected a registry with publish.via 'pull-request'; config.json says 'api'",
    { hint: 'A registry that takes packages over HTTP is started with npm start.' },
  );
}

/** @throws RegistryError for what doesn't pass by waiting */
async function requireUsable(database: Database, { onError }: ServerContext): Promise<void> {
  try {
    await database.query('select 1');
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'database-unreachable') onError(error);
    else throw explain(error);
  }
}

/** Source: https://www.postgresql.org/docs/18/errcodes-appendix.html */
function explain(error: unknown): unknown {
  const isRefused = /^(?:28|3D|42501)/.test(sqlState(error) ?? '');
  if (!isRefused || !(error instanceof Error)) return error;
  return new RegistryError('usage', `The database refuses: ${error.message}`, {
    hint: 'Check the user, the password and the name of the database in DATABASE_URL.',
    cause: error,
  });
}
