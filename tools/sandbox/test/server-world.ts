import type { FolderContents } from '@orchestra/testkit';
import { expect } from 'vitest';
import { findWall, type WallKind } from '../src/confine/find-wall.ts';
import { findServers } from './find-servers.ts';
import { openServices } from './open-services.ts';
import { bundledNodeModules, openSandbox, type RunningExtension } from './run-extension.ts';

/** An extension whose files may run as servers. */
export interface ServerWorld extends AsyncDisposable {
  running: RunningExtension;
  services: Awaited<ReturnType<typeof openServices>>;
  /** Runs the body of an async function, in which `extension` is the folder; what stands before is at its top. */
  run(body: string, before?: string): Promise<unknown>;
}

/**
 * Opens a sandbox whose extension has files beside what is bundled.
 *
 * @param options.files by path below the folder of the extension
 */
export async function openServerWorld({
  files = {},
  permissions = [],
  only,
  dataFolder,
  isExpected = false,
  allowLocalNetwork = false,
}: {
  allowLocalNetwork?: boolean;
  files?: FolderContents;
  permissions?: readonly string[];
  only?: WallKind;
  dataFolder?: string;
  /** Whether a process waits for the first server, which is there then. */
  isExpected?: boolean;
} = {}): Promise<ServerWorld> {
  const world = new AsyncDisposableStack();
  const wall = await findWall(only === undefined ? {} : { only });
  if (only !== undefined && wall.kind !== only) throw new Error(`There is no ${only}: ${wall.why}`);
  const services = world.use(
    await openServices({
      allowLocalNetwork,
      ...(dataFolder !== undefined && { dataFolder }),
      files: Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`extension/${path}`, text]),
      ),
      servers: {
        findWall: () => Promise.resolve(wall),
        node: process.execPath,
        permissions,
        isExpected,
      },
    }),
  );
  if (isExpected) await expect.poll(() => findServers(services.top.path)).toHaveLength(1);
  const { paths } = services.services;
  const running = await openSandbox({
    kind: 'vscode',
    permissions,
    services: services.services,
    modules: {
      ...(await bundledNodeModules()),
      'sandbox/own': new URL('own-module.js', import.meta.url).pathname,
    },
    paths: {
      extensionPath: paths.extension,
      storagePath: paths.storage,
      globalStoragePath: paths.globalStorage,
    },
    ...(only !== undefined && { only }),
  });
  world.defer(() => running.sandbox.close());
  return {
    running,
    services,
    run: async (body, before = '') => {
      await running.load({
        'src/main.ts': `import { commands } from 'sandbox/own';
import { fork, spawn } from 'node:child_process';
${before}
const extension = ${JSON.stringify(paths.extension)};
export function activate() {
  commands.register('it', async () => {
${body}
  });
}`,
      });
      return running.sandbox.runCommand('it');
    },
    [Symbol.asyncDispose]: () => world.disposeAsync(),
  };
}
