import type {
  AiSource,
  CommandService,
  FolderServices,
  ProgramQuestion,
  Sandbox,
  SandboxListener,
  SandboxOptions,
  ServiceEvents,
  UiService,
  ViewService,
  VscodeService,
} from '@orchestra/sandbox';
import { isStarted } from '../build/plan-started.ts';
import type { FoundEngine } from './find-engine.ts';
import type { RunnableProject } from './read-runnable-project.ts';

/** What an extension runs with. */
export interface OpenSandboxOptions extends Pick<SandboxOptions, 'limits'> {
  project: RunnableProject;
  engine: FoundEngine;
  mode: SandboxOptions['extension']['mode'];
  /** Absolute path of the open folder; null for none. */
  workspace: string | null;
  /** Absolute path of a folder for settings, values, secrets and files; made where it is missing. */
  dataFolder: string;
  env: Readonly<Record<string, string | undefined>>;
  allowLocalNetwork: boolean;
  ai: AiSource;
  ui: UiService;
  /** Of extensions for Raycast. */
  views?: ViewService;
  /** Of extensions for VS Code. */
  vscode?: VscodeService;
  commands: CommandService;
  askProgram(question: ProgramQuestion): Promise<boolean>;
  onTerminalOutput(terminal: { id: number; name: string }, text: string): void;
  listener: SandboxListener;
}

/** A sandbox with services that work on folders. */
export interface OpenedSandbox {
  sandbox: Sandbox;
  services: FolderServices;
  /** Deactivates the extension, ends its process, and programs and connections of its services. */
  close(): Promise<void>;
}

/**
 * Makes a sandbox for a project, in which nothing runs yet. The gate lets through what the manifest declares
 * now: after a change of the manifest, another one has to be opened.
 */
export async function openSandbox(options: OpenSandboxOptions): Promise<OpenedSandbox> {
  const { project, engine, mode, listener, limits } = options;
  const relay = makeRelay();
  const opening = engine.sandbox.makeFolderServices({
    extensionFolder: project.folder,
    workspace: options.workspace,
    dataFolder: options.dataFolder,
    contributes: project.contributes,
    env: options.env,
    network: { allowLocalNetwork: options.allowLocalNetwork, ...readProxies(options.env) },
    servers: {
      findWall: async () => (await engine.first).wall,
      node: engine.files.node,
      permissions: project.manifest.permissions,
      isExpected: project.plan.bundles.some(isStarted),
    },
    ai: options.ai,
    ui: options.ui,
    ...(options.views !== undefined && { views: options.views }),
    ...(options.vscode !== undefined && { vscode: options.vscode }),
    commands: options.commands,
    askProgram: options.askProgram,
    onTerminalOutput: options.onTerminalOutput,
    events: relay.events,
  });
  const [services, first] = await Promise.all([opening, engine.first]);
  const { extension, storage, globalStorage } = services.paths;
  const sandbox = new engine.sandbox.Sandbox({
    files: engine.files,
    wall: first.wall,
    ...(limits === undefined && { takeStarted: first.take }),
    extension: {
      kind: project.kind,
      permissions: project.manifest.permissions,
      paths: { extensionPath: extension, storagePath: storage, globalStoragePath: globalStorage },
      mode,
    },
    makeServices: (events) => {
      relay.to = events;
      return services;
    },
    listener,
    ...(limits !== undefined && { limits }),
  });
  const close = async () => {
    await sandbox.close();
    await services.close();
  };
  return { sandbox, services, close };
}

/** Services are made before the sandbox that they tell of events. */
function makeRelay() {
  const relay: { to?: ServiceEvents; events: ServiceEvents } = {
    events: {
      onSettingsChanged: (keys) => relay.to?.onSettingsChanged(keys),
      onSecretChanged: (key) => relay.to?.onSecretChanged(key),
      onEditorChanged: () => relay.to?.onEditorChanged(),
      onDocumentChanged: (path) => relay.to?.onDocumentChanged(path),
    },
  };
  return relay;
}

/** The proxies that the environment names, as other programs take them. */
function readProxies(env: Readonly<Record<string, string | undefined>>) {
  const given = (name: string) => env[name.toLowerCase()] ?? env[name] ?? '';
  const [http, https, except] = [given('HTTP_PROXY'), given('HTTPS_PROXY'), given('NO_PROXY')];
  if (http === '' && https === '') return {};
  return {
    proxy: {
      ...(http !== '' && { http }),
      ...(https !== '' && { https }),
      ...(except !== '' && { except }),
    },
  };
}
