import {
  bundleExtension,
  findWall,
  makeFolderServices,
  Sandbox,
  type UiService,
} from '@orchestra/sandbox';
import { bundleEngine, loadBundler } from '@orchestra/sandbox/programs';
import { writeFiles } from '@orchestra/testkit';
import { join } from 'node:path';

/** An extension that runs behind the wall of this system. */
export interface BenchSandbox {
  sandbox: Sandbox;
  wall: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Runs an extension as `dev` does, without a terminal.
 *
 * @param options.folder absolute path of a folder for the extension and its data
 * @param options.main code of the entry, `main.ts`
 */
export async function openBenchSandbox(options: {
  folder: string;
  main: string;
  permissions: readonly string[];
}): Promise<BenchSandbox> {
  const { folder, main, permissions } = options;
  const extension = join(folder, 'extension');
  await writeFiles(extension, { 'main.ts': main });
  const code = await bundleMain(extension);
  const wall = await findWall();
  const services = await makeFolderServices({
    extensionFolder: extension,
    workspace: extension,
    dataFolder: join(folder, 'data'),
    contributes: {},
    env: {},
    network: { allowLocalNetwork: false },
    ai: { kind: 'none' },
    ui: noInterface,
    commands: { execute: () => Promise.resolve(null), getAll: () => Promise.resolve([]) },
    askProgram: () => Promise.resolve(false),
    onTerminalOutput: () => {},
    events: {
      onSettingsChanged: () => {},
      onSecretChanged: () => {},
      onEditorChanged: () => {},
      onDocumentChanged: () => {},
    },
  });
  const { storage: storagePath, globalStorage: globalStoragePath } = services.paths;
  const sandbox = new Sandbox({
    files: await bundleEngine(join(folder, 'engine')),
    wall,
    extension: {
      permissions,
      paths: { extensionPath: extension, storagePath, globalStoragePath },
      mode: 'production',
    },
    makeServices: () => services,
    listener: {
      onCall: () => {},
      onLog: ({ text }) => process.stderr.write(`${text}\n`),
      onStopped: () => {},
    },
  });
  await sandbox.load(code);
  return {
    sandbox,
    wall: wall.kind,
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await services.close();
    },
  };
}

async function bundleMain(folder: string) {
  const bundle = await bundleExtension(await loadBundler(), { folder, entry: 'main.ts' });
  const built = await bundle.build();
  await bundle.dispose();
  if (built.ok) return built.code;
  throw new Error(built.errors.map(({ text }) => text).join('\n'));
}

const noInterface: UiService = {
  showNotification: () => Promise.resolve(undefined),
  showQuickPick: () => Promise.resolve(undefined),
  showInputBox: () => Promise.resolve(undefined),
  showStatusBarItem: () => {},
  showWebview: () => {},
  postToWebview: () => false,
  showProgress: () => {},
};
