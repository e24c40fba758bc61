import { openServices } from './open-services.ts';
import {
  bundledNodeModules,
  openSandbox,
  type RunningExtension,
  type RunOptions,
} from './run-extension.ts';

/** An extension of a compatible kind, whose services work on a small workspace. */
export interface NodeWorld extends AsyncDisposable {
  running: RunningExtension;
  services: Awaited<ReturnType<typeof openServices>>;
  /** Runs the body of an async function; what stands before it is at the top of its file. */
  run(body: string, before?: string): Promise<unknown>;
}

/** Opens a sandbox with the modules of Node, and services that work on folders. */
export async function openNodeWorld({
  dataFolder,
  modules = {},
  services: own = {},
  ...options
}: RunOptions & { dataFolder?: string } = {}): Promise<NodeWorld> {
  const world = new AsyncDisposableStack();
  const services = world.use(await openServices(dataFolder === undefined ? {} : { dataFolder }));
  const { paths } = services.services;
  const running = await openSandbox({
    kind: 'vscode',
    permissions: ['filesystem.read', 'filesystem.write', 'system.exec', 'network'],
    services: { ...services.services, ...own },
    modules: {
      ...(await bundledNodeModules()),
      'sandbox/own': new URL('own-module.js', import.meta.url).pathname,
      ...modules,
    },
    paths: {
      extensionPath: paths.extension,
      storagePath: paths.storage,
      globalStoragePath: paths.globalStorage,
    },
    ...options,
  });
  world.defer(() => running.sandbox.close());
  return {
    running,
    services,
    run: async (body, before = '') => {
      const main = `import { commands } from 'sandbox/own';\n${before}
export function activate() {
  commands.register('it', async () => {
${body}
  });
}`;
      await running.load({ 'src/main.ts': main });
      return running.sandbox.runCommand('it');
    },
    [Symbol.asyncDispose]: () => world.disposeAsync(),
  };
}
