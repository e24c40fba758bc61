import {
  bundleExtension,
  findWall,
  makeFolderServices,
  Sandbox,
  type UiService,
} from '@orchestra/sandbox';
import { bundleEngine, bundleVscode, loadBundler } from '@orchestra/sandbox/programs';
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
 * @param options.files further files of the extension, by path
 * @param options.kind whose API it is written for
 */
export async function openBenchSandbox(options: {
  folder: string;
  main: string;
  permissions: readonly string[];
  files?: Readonly<Record<string, string>>;
  kind?: 'native' | 'vscode';
}): Promise<BenchSandbox> {
  const { folder, main, permissions, files = {}, kind = 'native' } = options;
  const extension = join(folder, 'extension');
  await writeFiles(extension, { 'package.json': '{}', 'main.ts': main, ...files });
  const code = await bundleMain(extension, { kind, cache: join(folder, 'modules') });
  const wall = await findWall();
  const services = await makeFolderServices({
    extensionFolder: extension,
    workspace: extension,
    dataFolder: join(folder, 'data'),
    contributes: {},
    env: {},
    network: { allowLocalNetwork: false },
    servers: {
      findWall: () => Promise.resolve(wall),
      node: process.execPath,
      permissions,
      isExpected: files['dist/server.js'] !== undefined,
    },
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
      kind,
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

async function bundleMain(folder: string, of: { kind: 'native' | 'vscode'; cache: string }) {
  const isForVscode = of.kind === 'vscode';
  const bundle = await bundleExtension(await loadBundler(), {
    folder,
    entry: isForVscode ? 'entry.js' : 'main.ts',
    ...(isForVscode && {
      modules: await bundleVscode(of.cache),
      external: { './entry.js': entryForVscode },
    }),
  });
  const built = await bundle.build();
  await bundle.dispose();
  if (built.ok) return built.code;
  throw new Error(built.errors.map(({ text }) => text).join('\n'));
}

const entryForVscode = `import { startExtension } from 'orchestra:vscode';
import * as extension from './main.ts';
export const { activate } = startExtension({ id: 'bench.bench', packageJSON: {} }, extension);`;

const noInterface: UiService = {
  showNotification: () => Promise.resolve(undefined),
  showQuickPick: () => Promise.resolve(undefined),
  showInputBox: () => Promise.resolve(undefined),
  showStatusBarItem: () => {},
  showWebview: () => {},
  postToWebview: () => false,
  showProgress: () => {},
};
