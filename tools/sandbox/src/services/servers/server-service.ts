import type { Permission } from '@orchestra/core';
import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfinedProgram } from '../../confine/confined-program.ts';
import type { Wall } from '../../confine/find-wall.ts';
import { startConfined } from '../../confine/start-confined.ts';
import { toFileError } from '../files/file-error.ts';
import { type FilePlaces, isBelow, toAbsolute } from '../files/places.ts';
import { ServiceError } from '../service-error.ts';
import type { ServerService } from '../services.ts';
import { preloadFlag, setupLine, waitingFlags } from './preload.ts';
import { followServer } from './running-server.ts';
import { WaitingServer } from './waiting-server.ts';

/** What servers are started with. */
export interface ServerSettings {
  places: FilePlaces;
  /** Of the extension; absolute. */
  extensionFolder: string;
  /** What package.json declares: it decides what a server sees. */
  permissions: readonly string[];
  /** Node. */
  node: string;
  /** What keeps a server from the system. */
  findWall(): Promise<Wall>;
  /** Whether a person lets the extension reach this machine: no wall tells its addresses from others. */
  allowsLocalNetwork: boolean;
  /** Whether one will most likely be started: then a process waits for it. */
  isExpected?: boolean;
}

/** The process that servers are told of as their client: the isolate has this id. */
const clientPid = 1;

/** Servers of an extension at once, of all its builds. */
const mostServers = 8;

/** Threads of Node and of its pool: too few for a second Node, but where that is declared. */
const threads = { alone: 20, withOthers: 64 };

/**
 * Runs modules of the extension as processes of their own, each behind a wall: they see the folder of the extension,
 * read-only, and nothing else. What they are connected by is what they print, are given, and say on their channel.
 *
 * What is declared lifts this in three ways. With `filesystem.read`, they see the workspace, read-only as well: what is
 * written is written by the extension. With `network`, they have the network where a person lets the extension reach
 * this machine as well. With `system.exec`, they may start threads, and Node again behind the same wall: programs of
 * the system are started by the extension, after a person was asked.
 */
export function makeServerService(settings: ServerSettings): ServerService & { close(): void } {
  const closing = new AbortController();
  let running = 0;
  const startIn = async (
    folder: string,
    of: Pick<ConfinedProgram, 'script' | 'args' | 'nodeArgs'> & { hasChannel: boolean },
  ) =>
    startConfined(
      { ...of, node: settings.node, ...planWall(folder, settings) },
      await settings.findWall(),
    );
  const waiting =
    settings.isExpected === true && process.platform !== 'win32'
      ? new WaitingServer(settings.extensionFolder, async () => {
          const folder = await realpath(settings.extensionFolder);
          const nodeArgs = [...flagsFor(settings), ...waitingFlags];
          // a file that is there: what is run is said later
          return startIn(folder, {
            script: join(folder, 'package.json'),
            nodeArgs,
            hasChannel: true,
          });
        })
      : null;
  return {
    start: async (module, args, { cwd, env = {}, flags, hasChannel }, signal) => {
      const { script, folder } = await findModule(module, settings);
      if (hasChannel && process.platform === 'win32') {
        throw new ServiceError('not-supported', 'Servers have no channel on Windows: use stdio');
      }
      requirePlain(flags);
      if (running >= mostServers) {
        throw new ServiceError('too-many', `At most ${mostServers} servers may run at once`);
      }
      const ending = AbortSignal.any([signal, closing.signal]);
      if (ending.aborted) throw new ServiceError('aborted', `'${module}' was aborted`);
      const { places } = settings;
      const at = cwd === undefined ? (places.workspace?.path ?? folder) : toAbsolute(places, cwd);
      const setup = { cwd: at, env, clientPid };
      const ready = hasChannel && flags.length === 0 ? await waiting?.take() : null;
      ready?.stdin.write(setupLine({ script, args, ...setup }));
      const nodeArgs = [...flagsFor(settings), preloadFlag(setup), ...flags];
      const child = ready ?? (await startIn(folder, { script, args, nodeArgs, hasChannel }));
      if (ending.aborted) child.kill('SIGKILL');
      running += 1;
      child.once('exit', () => (running -= 1));
      child.once('error', () => (running -= child.pid === undefined ? 1 : 0));
      return followServer(child, { signal: ending, hasChannel });
    },
    close: () => {
      closing.abort();
      waiting?.close();
    },
  };
}

/** What the wall of a server lets through. */
function planWall(
  folder: string,
  { places: { workspace, closed }, permissions, allowsLocalNetwork }: ServerSettings,
): Pick<ConfinedProgram, 'readable' | 'hidden' | 'maxThreads' | 'hasNetwork'> {
  const has = (permission: Permission) => permissions.includes(permission);
  const seesWorkspace = workspace !== null && has('filesystem.read');
  const own = seesWorkspace ? [folder, workspace.path] : [folder];
  const isIn = closed !== null && own.some((one) => isBelow(one, closed.path));
  const hasNetwork = has('network') && allowsLocalNetwork;
  return {
    readable: [...own, ...(hasNetwork ? nameFiles.filter((path) => existsSync(path)) : [])],
    hidden: isIn ? [closed.path] : [],
    maxThreads: has('system.exec') ? threads.withOthers : threads.alone,
    hasNetwork,
  };
}

/** What names of the network are looked up by. */
const nameFiles = ['/etc/hosts', '/etc/resolv.conf', '/etc/nsswitch.conf'];

/** Node refuses to start programs and threads, and to load code of the machine; the wall stays, should it fail. */
function flagsFor({ permissions }: ServerSettings): string[] {
  return [
    '--permission',
    '--allow-fs-read=*',
    '--allow-wasi',
    ...(permissions.includes('system.exec') ? ['--allow-child-process', '--allow-worker'] : []),
    '--disable-wasm-trap-handler', // else each memory takes ten gigabytes of addresses
    '--no-warnings',
  ];
}

/**
 * The file of the extension that a path names, absolute, without links.
 *
 * @throws ServiceError `not-found`, `not-a-file`, `outside-workspace` where it is none of the extension
 */
async function findModule(
  module: string,
  { places, extensionFolder }: ServerSettings,
): Promise<{ script: string; folder: string }> {
  const folder = await realpath(extensionFolder);
  for (const ending of ['', '.js', '.cjs', '.mjs']) {
    const path = toAbsolute(places, module + ending);
    const found = await realpath(path).catch(() => undefined);
    if (found === undefined) continue;
    if (!isBelow(folder, found) || (places.closed && isBelow(places.closed.path, found))) {
      throw new ServiceError('outside-workspace', `'${module}' is no file of this extension`);
    }
    if ((await stat(found)).isFile()) return { script: found, folder };
  }
  await stat(toAbsolute(places, module)).catch((error: unknown) => {
    throw toFileError(error, { action: 'start', path: module });
  });
  throw new ServiceError('not-a-file', `Can't start '${module}': it is not a file`);
}

/** @throws ServiceError `invalid-argument` for what Node would take as something else than a flag */
function requirePlain(flags: readonly string[]): void {
  const wrong = flags.find(
    (flag) => !/^--?[a-z]/.test(flag) || /^--(?:permission|allow-|no-permission)/.test(flag),
  );
  if (wrong === undefined) return;
  throw new ServiceError(
    'invalid-argument',
    `'${wrong.slice(0, 100)}' is no flag that servers may have`,
  );
}
