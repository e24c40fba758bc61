import { startProcess } from '@orchestra/testkit';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Finds a free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Settings for starting the API. */
export interface ApiOptions {
  /** Folder of the project. */
  root: string;
  port: number;
  database: string;
  repository: string;
  cache: string;
}

/** Starts `npm run api` as a process; disposing the result ends it. */
export async function serveApi(options: ApiOptions): Promise<AsyncDisposable> {
  const child = startProcess([process.execPath, join(options.root, 'tools/api/src/bin.ts')], {
    env: {
      DATABASE_URL: options.database,
      INDEX_REPOSITORY: options.repository,
      INDEX_CACHE: options.cache,
      INDEX_EVERY: '1',
      PORT: String(options.port),
    },
  });
  const ended = once(child, 'close');
  let printed = '';
  const ready = new Promise<'ready'>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('listening')) resolve('ready');
    });
  });
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  if ((await Promise.race([ready, ended])) !== 'ready') throw new Error(printed);
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
