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

/** Options of `npm run api`. */
export interface ServerOptions {
  /** `postgres://…` */
  database: string;
  /** Path of a local repository, or a URL. */
  repository: string;
  /** Folder for the copy, where `repository` is a URL. */
  cache: string;
  /** Seconds between two refreshes of the index. */
  every: number;
  host: string;
  port: number;
  /** Host names of the server, in addition to the host in `config.json`. */
  hosts: readonly string[];
  /** Origins whose pages may write, in addition to the site's. */
  origins: readonly string[];
  proxies: readonly string[];
}

/** Callbacks and streams of a running server. */
export interface ServerContext {
  cwd: string;
  onAnswered(answered: AnsweredRequest): void;
  /** Called with a failure that is tried again; with a request id where one caused it. */
  onError(error: unknown, requestId?: string): void;
}

/** A running server. */
export interface RunningServer {
  origin: string;
  /** Finishes requests under way, and stops. */
  close(): Promise<void>;
}

/**
 * Time limit for answers of the database, in milliseconds. The server's own limit for statements is shorter,
 * so that a longer wait means a dead connection.
 */
const answerMs = 35_000;

/**
 * Starts the API of a registry whose packages are published by pull request. It starts even while the
 * database is unreachable, and answers 503 until it is reachable. A database that can't be used ends it.
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
    findCodeReview: refuse,
    uploadDirectory: tmpdir(),
  };
}

/**
 * True where a host is one of the server's names. Ports are ignored, because a proxy may listen on another
 * one.
 */
function isNamed(host: string, { api, hosts }: { api: string | null; hosts: readonly string[] }) {
  const own = api === null ? [] : [new URL(api).hostname];
  const names = [...own, ...hosts.map((name) => name.toLowerCase()), '127.0.0.1', 'localhost'];
  return names.includes(host.replace(/:\d+$/, ''));
}

/** Checks the database URL. It isn't quoted in errors, because it may contain a password. */
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

/** Refuses a registry with uploads: these need a data folder, which this server doesn't have. */
function requirePullRequests({ publish }: Config): void {
  if (publish.via === 'pull-request') return;
  throw new RegistryError(
    'usage',
    "Expected a registry with publish.via 'pull-request'; config.json says 'api'",
    { hint: 'A registry that takes packages over HTTP is started with npm start.' },
  );
}

/** @throws RegistryError for a failure that waiting doesn't fix */
async function requireUsable(database: Database, { onError }: ServerContext): Promise<void> {
  try {
    await database.query('select 1');
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'database-unreachable') onError(error);
    else throw explain(error);
  }
}

/** Explains errors of PostgreSQL. Source: https://www.postgresql.org/docs/18/errcodes-appendix.html */
function explain(error: unknown): unknown {
  const isRefused = /^(?:28|3D|42501)/.test(sqlState(error) ?? '');
  if (!isRefused || !(error instanceof Error)) return error;
  return new RegistryError('usage', `The database refuses: ${error.message}`, {
    hint: 'Check the user, the password and the name of the database in DATABASE_URL.',
    cause: error,
  });
}
