import {
  type ApiServer,
  buildApi,
  databaseAuthenticator,
  listen,
  localRates,
  requireFreePort,
} from '@orchestra/api-server';
import { type Database, databaseAccounts, DatabaseCatalog, openDatabase } from '@orchestra/db';
import {
  changeStatus,
  findCodeReview,
  lockData,
  openRegistry,
  type Registry,
  submitPackage,
} from '@orchestra/registry';
import type { NativePart } from '@orchestra/sandbox/native-parts';
import { SiteBuilder } from '@orchestra/site/builder';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogUsage } from './catalog-usage.ts';
import { IndexMirror } from './index-mirror.ts';
import { localConfig } from './local-config.ts';
import { keepOperatorToken } from './keep-operator-token.ts';
import { mirroredWrites } from './mirrored-writes.ts';
import { seedSamples } from './seed-samples.ts';
import { serveBlobs } from './serve/serve-blobs.ts';
import { serveConfig } from './serve/serve-config.ts';
import { serveIndex } from './serve/serve-index.ts';
import { sendNotFound, serveSite } from './serve/serve-site.ts';

/** Settings for starting a registry. */
export interface StartOptions {
  /** Absolute path of the data folder. */
  data: string;
  /** Port; 0 chooses a free one. */
  port: number;
  samples: boolean;
  /** Parts of the engine that runs extensions, which are served; none where it is absent. */
  engines?: readonly NativePart[];
  /** `postgres://…`; null for a database in the data folder. */
  databaseUrl: string | null;
  now: () => Date;
  /** Called with the current step, for display. */
  onProgress(text: string): void;
  /** Called with a failure outside of a request's answer, such as a failed build of the site. */
  onError(error: unknown): void;
}

/** A running registry. */
export interface RunningRegistry {
  /** `http://127.0.0.1:4400` */
  origin: string;
  /** File with the local publisher's token. */
  tokenFile: string;
  /** Resolves once the site is up to date with the index. */
  siteSettled(): Promise<void>;
  /** Finishes requests under way, and stops. */
  close(): Promise<void>;
}

/**
 * Starts a whole registry on 127.0.0.1: index, packages, database, API and site, in one data folder.
 *
 * @throws RegistryError `busy`, `port-taken`, `file-unwritable`, `git-failed`
 */
export async function startRegistry(options: StartOptions): Promise<RunningRegistry> {
  await using started = new AsyncDisposableStack();
  const { port } = options;
  const hint = `Choose another one: npm start -- --port ${port + 1}`;
  const address = { host: '127.0.0.1', port, hint };
  const locked = started.use(await lockData(options.data));
  await requireFreePort(address);
  const place = { origin: `http://127.0.0.1:${port}` };
  const config = () => localConfig(place.origin);

  options.onProgress('Opening the index');
  // uploads or samples that a killed server left unfinished
  await rm(join(options.data, 'uploads'), { recursive: true, force: true });
  const registry = started.use(await openRegistry(options.data, { config: config() }));
  options.onProgress('Opening the database');
  const database = started.use(
    await openDatabase(
      options.databaseUrl === null
        ? { folder: join(options.data, 'database') }
        : { url: options.databaseUrl },
    ),
  );
  const mirror = started.use(new IndexMirror({ registry, database, onError: options.onError }));
  const siteDirectory = join(options.data, 'site');
  const server = await buildServer(registry, {
    ...options,
    config,
    database,
    mirror,
    siteDirectory,
  });
  started.defer(() => server.close());
  place.origin = await listen(server, address);
  await locked.tell(place.origin);

  const tokenFile = join(options.data, 'token');
  await keepOperatorToken(tokenFile, { database, holder: publisher });
  await keepOperatorToken(join(options.data, 'operator-token'), { database, holder: operator });
  const accounts = databaseAccounts(database);
  const context = { ...registry, accounts, limits: config().limits, now: options.now };
  if (options.samples)
    await seedSamples(options.data, { ...context, onProgress: options.onProgress });

  options.onProgress('Mirroring the index');
  await mirror.settled(); // once for all samples: each sync takes as long as a publish
  mirror.follow();
  options.onProgress('Building the site');
  const usage = catalogUsage(database, new DatabaseCatalog(database, { config }));
  const site = started.use(
    new SiteBuilder({
      registry,
      config,
      usage,
      ...(options.engines !== undefined && { engines: options.engines }),
      directory: siteDirectory,
      onError: options.onError,
    }),
  );
  await site.settled();
  void registry.index.maintain().catch(options.onError);

  const running = started.move();
  return {
    origin: place.origin,
    tokenFile,
    siteSettled: () => site.settled(),
    close: () => running.disposeAsync(),
  };
}

/** Account of the person at this machine. */
const publisher = {
  login: 'local-publisher',
  role: 'user',
  scopes: ['publish', 'review'],
} as const;

/** Account that the commands of `npm run registry` use at the running server. */
const operator = { login: 'operator', role: 'admin', scopes: ['admin'] } as const;

async function buildServer(
  registry: Registry,
  options: StartOptions & {
    config: () => ReturnType<typeof localConfig>;
    database: Database;
    mirror: IndexMirror;
    siteDirectory: string;
  },
): Promise<ApiServer> {
  const { config, database, mirror, now } = options;
  const context = { ...registry, limits: config().limits, now };
  const server = await buildApi(
    {
      config,
      catalog: new DatabaseCatalog(database, { config }),
      index: registry.index,
      database,
      accounts: databaseAccounts(database),
      authenticator: databaseAuthenticator(database),
      ...mirroredWrites(
        {
          publish: (request) => submitPackage(request, context),
          changeStatus: (request) => changeStatus(request, context),
        },
        { mirror, database },
      ),
      findCodeReview: (of) => findCodeReview(of, registry),
      uploadDirectory: registry.uploads,
    },
    {
      isOwnHost: (host) => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host),
      isOwnOrigin: (origin) =>
        [config().site, config().site.replace('127.0.0.1', 'localhost')].includes(origin),
      rates: localRates,
      localSignIn: true,
      onError: options.onError,
      onNotFound: (request, reply) =>
        sendNotFound(request, { reply, directory: options.siteDirectory, config }),
    },
  );
  serveConfig(server, config);
  serveIndex(server, registry.index);
  serveBlobs(server, registry.blobs);
  await serveSite(server, { directory: options.siteDirectory, config });
  return server;
}
