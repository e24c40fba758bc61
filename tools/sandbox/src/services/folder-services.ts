import { basename, join } from 'node:path';
import { writeFileAtomic } from '@orchestra/core/node';
import { makeAiService, type AiSource } from './ai/ai-service.ts';
import { makeClipboardService } from './clipboard-service.ts';
import { type FolderEditor, makeEditorService } from './editor/editor-service.ts';
import { readDeclaredLanguages } from './editor/declared-languages.ts';
import { makeFileService } from './files/file-service.ts';
import { locate, type FilePlaces, readPlaces, toAbsolute } from './files/places.ts';
import { makeFileWatcher } from './files/watch-files.ts';
import { makeGitService } from './git/git-service.ts';
import { makePrivateFolder } from './kept/kept-file.ts';
import { readDeclaredSettings } from './kept/read-declared-settings.ts';
import { makeSecretService } from './kept/secret-service.ts';
import { openSettings } from './kept/settings-service.ts';
import { makeStorageService } from './kept/storage-service.ts';
import type { NetworkSettings } from './network/open-dispatcher.ts';
import { openNetworkService } from './network/open-network-service.ts';
import { listSearched } from './search/list-searched.ts';
import { makeGlob } from './search/make-glob.ts';
import { searchWorkspace } from './search/search-workspace.ts';
import { missingViews } from './missing-views.ts';
import { missingVscode, type VscodeService } from './vscode-service.ts';
import { ServiceError } from './service-error.ts';
import type {
  CommandService,
  HostServices,
  ServiceEvents,
  UiService,
  ViewService,
  WorkspaceService,
} from './services.ts';
import { missingServers } from './servers/missing-servers.ts';
import { makeServerService, type ServerSettings } from './servers/server-service.ts';
import { type AskProgram, makeSystemService } from './system/system-service.ts';
import { makeTerminalService, type TerminalOutput } from './system/terminal-service.ts';

/** What the services of a folder work on. */
export interface FolderServicesOptions {
  /** Of the extension; read only. */
  extensionFolder: string;
  /** Null where no folder is open. */
  workspace: string | null;
  /** Where settings, values, secrets and files of this extension are kept; made where it is missing. */
  dataFolder: string;
  /** `contributes` of the manifest, as it was written. */
  contributes: unknown;
  /** Of this process: programs get of it what finds them and a home. */
  env: Readonly<Record<string, string | undefined>>;
  network: NetworkSettings;
  /** What servers of the extension are started with; where there is nothing, it has none. */
  servers?: Pick<ServerSettings, 'findWall' | 'isExpected' | 'node' | 'permissions'>;
  ai: AiSource;
  ui: UiService;
  /** Of extensions for Raycast; where there are none, these can't show any. */
  views?: ViewService;
  /** Of extensions for VS Code. */
  vscode?: VscodeService;
  commands: CommandService;
  /** Asked before each program, and before each shell of a terminal. */
  askProgram: AskProgram;
  onTerminalOutput: TerminalOutput;
  events: ServiceEvents;
}

/** The services of a folder, and what only their host uses. */
export interface FolderServices extends HostServices {
  editor: FolderEditor;
  /** `extensionPath`, `storagePath` and `globalStoragePath` of an extension's context; absolute. */
  paths: { extension: string; storage: string; globalStorage: string };
  /** Ends programs, connections and watchers. */
  close(): Promise<void>;
}

/**
 * Opens the services of a host that works on a folder, for one extension.
 *
 * @throws ServiceError `damaged` where settings can't be read; the system's error where a folder is missing
 */
export async function makeFolderServices(options: FolderServicesOptions): Promise<FolderServices> {
  const { dataFolder, env, events } = options;
  const storage = {
    storage: join(dataFolder, 'workspace-files'),
    globalStorage: join(dataFolder, 'files'),
  };
  for (const folder of [dataFolder, storage.storage, storage.globalStorage])
    await makePrivateFolder(folder);
  await writeFileAtomic(join(dataFolder, '.gitignore'), '*\n'); // also where a workspace holds it
  const places = await readPlaces({
    workspace: options.workspace,
    extension: options.extensionFolder,
    storage: [storage.storage, storage.globalStorage],
    closed: dataFolder,
  });
  const root = places.workspace?.path ?? null;
  const findPath = (path: string) => findInWorkspace(places, path);
  const files = makeFileService(places);
  const watcher = makeFileWatcher(root, places.closed?.path);
  const network = openNetworkService(options.network);
  const programs = {
    ask: options.askProgram,
    env,
    findFolder: findFolderOf(places, { files, fallback: storage.globalStorage }),
  };
  const system = makeSystemService(programs);
  const terminal = makeTerminalService({ ...programs, onOutput: options.onTerminalOutput });
  const { extensionFolder } = options;
  const servers =
    options.servers === undefined
      ? missingServers
      : makeServerService({
          ...options.servers,
          places,
          extensionFolder,
          allowsLocalNetwork: options.network.allowLocalNetwork,
        });
  return {
    fs: { ...files, watch: watcher.watch },
    workspace: makeWorkspace({ root, files, env, findPath }),
    network,
    ai: makeAiService(options.ai),
    clipboard: makeClipboardService(),
    ui: options.ui,
    views: options.views ?? missingViews,
    vscode: options.vscode ?? missingVscode,
    terminal,
    commands: options.commands,
    editor: makeEditorService({
      files,
      findPath,
      events,
      languages: readDeclaredLanguages(options.contributes),
    }),
    settings: await openSettings({
      files: {
        user: join(dataFolder, 'settings.json'),
        workspace: join(dataFolder, 'workspace-settings.json'),
      },
      declared: readDeclaredSettings(options.contributes),
      onChange: (keys) => events.onSettingsChanged(keys),
    }),
    storage: makeStorageService(join(dataFolder, 'storage')),
    secrets: makeSecretService(join(dataFolder, 'secrets.json'), (key) =>
      events.onSecretChanged(key),
    ),
    system,
    servers,
    paths: { extension: options.extensionFolder, ...storage },
    close: async () => {
      terminal.close();
      servers.close();
      await Promise.all([system.close(), watcher.close(), network.close()]);
    },
  };
}

/**
 * Where a path is in the workspace, absolute; links are as they are named.
 *
 * @throws ServiceError `outside-workspace`, `not-found` where no folder is open
 */
function findInWorkspace(places: FilePlaces, path: string): string {
  if (places.workspace === null) throw new ServiceError('not-found', 'No folder is open');
  const { place, parts } = locate(places, toAbsolute(places, path), path);
  if (place === places.workspace) return join(place.path, ...parts);
  throw new ServiceError('outside-workspace', `'${path}' is outside of the workspace`);
}

/** Finds the folder that a program is to run in: the workspace, or the storage where no folder is open. */
function findFolderOf(
  places: FilePlaces,
  { files, fallback }: { files: { readDir(path: string): Promise<unknown> }; fallback: string },
) {
  return async (path: string | undefined): Promise<string> => {
    const named = path ?? places.workspace?.path ?? fallback;
    const { place, parts } = locate(places, toAbsolute(places, named), named);
    if (!place.writable) {
      const message = `'${named}' is in the folder of the extension, where no programs run`;
      throw new ServiceError('outside-workspace', message);
    }
    const found = join(place.path, ...parts);
    await files.readDir(found); // there, a folder, and no link that leads out
    return found;
  };
}

function makeWorkspace(of: {
  root: string | null;
  files: { readFile(path: string): Promise<Uint8Array> };
  env: Readonly<Record<string, string | undefined>>;
  findPath(path: string): string;
}): WorkspaceService {
  const { root, files, env, findPath } = of;
  return {
    rootPath: root,
    name: root === null ? null : basename(root),
    search: (query, limits, signal) => {
      if (root === null)
        throw new ServiceError('not-found', 'No folder is open that could be searched');
      return searchWorkspace(query, limits, { root, files, env, signal });
    },
    findFiles: async ({ include, exclude, maxResults }) => {
      if (root === null) return [];
      const isIncluded = makeGlob(include);
      const isExcluded = exclude === undefined ? () => false : makeGlob(exclude);
      const listed = await listSearched(root, env);
      const found = listed.filter((name) => isIncluded(name) && !isExcluded(name));
      return found.slice(0, maxResults).map((name) => join(root, name));
    },
    git: makeGitService({ root, env, findPath }),
  };
}
