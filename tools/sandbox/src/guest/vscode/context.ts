import { guest } from 'orchestra:api';
import { notOffered } from '../not-offered.ts';
import { followEditor } from './documents/open-documents.ts';
import { type OwnExtension, setOwnExtension, type VscodeFacts } from './extensions.ts';
import { ExtensionMode } from './types/enums.ts';
import { EventEmitter } from './types/events.ts';
import { Uri } from './types/uri.ts';
import { followTabs } from './window/tabs.ts';
import { followSettings } from './workspace/configuration.ts';

/** What the sandbox gives to `activate`. */
interface GivenContext {
  extensionPath: string;
  storagePath: string;
  globalStoragePath: string;
  extensionMode: string;
  subscriptions: unknown[];
  secrets: {
    get(key: string): Promise<unknown>;
    set(key: string, value: string): Promise<unknown>;
    delete(key: string): Promise<unknown>;
    onDidChange(listener: (value: unknown) => void): { dispose(): void };
  };
}

interface Code {
  activate?(context: object): unknown;
  deactivate?(): unknown;
  default?: Code;
}

type Memento = Awaited<ReturnType<typeof openMemento>>;

/** Makes of the entry of an extension for VS Code what the sandbox starts. */
export function startExtension(facts: VscodeFacts, code: Code) {
  const own = typeof code.activate === 'function' ? code : (code.default ?? code);
  return {
    async activate(given: GivenContext): Promise<void> {
      const { activate } = own;
      if (activate !== undefined && typeof activate !== 'function')
        throw new TypeError('The entry file exports "activate", which is no function.');
      const extension = setOwnExtension(facts, given.extensionPath);
      followEditor();
      followTabs();
      followSettings();
      const [globalState, workspaceState] = await Promise.all([
        openMemento('global'),
        openMemento('workspace'),
      ]);
      const context = makeContext(given, { extension, globalState, workspaceState });
      extension.exports = await own.activate?.(context);
      extension.isActive = true;
    },
    deactivate: () => own.deactivate?.(),
  };
}

function makeContext(
  given: GivenContext,
  by: { extension: OwnExtension; globalState: Memento; workspaceState: Memento },
): object {
  const { extensionPath, storagePath, globalStoragePath, extensionMode, subscriptions } = given;
  const modes: Readonly<Record<string, number | undefined>> = {
    development: ExtensionMode['Development'],
    test: ExtensionMode['Test'],
  };
  return {
    subscriptions,
    ...by,
    secrets: makeSecrets(given.secrets),
    extensionUri: Uri.file(extensionPath),
    extensionPath,
    asAbsolutePath: (path: string) => Uri.joinPath(Uri.file(extensionPath), path).fsPath,
    storageUri: Uri.file(storagePath),
    storagePath,
    globalStorageUri: Uri.file(globalStoragePath),
    globalStoragePath,
    logUri: Uri.file(`${globalStoragePath}/logs`),
    logPath: `${globalStoragePath}/logs`,
    extensionMode: modes[extensionMode] ?? ExtensionMode['Production'],
    environmentVariableCollection: noVariables,
    languageModelAccessInformation: {
      onDidChange: new EventEmitter<void>().event,
      canSendRequest: () => undefined,
    },
  };
}

const variables = (member: string) => () => notOffered(`environmentVariableCollection.${member}`);

/** Variables of new terminals: those here have none of their own. */
const noVariables = Object.freeze({
  persistent: false,
  description: undefined,
  append: variables('append'),
  prepend: variables('prepend'),
  replace: variables('replace'),
  get: () => undefined,
  forEach: () => undefined,
  delete: () => undefined,
  clear: () => undefined,
  getScoped: () => noVariables,
  *[Symbol.iterator]() {},
});

function makeSecrets(secrets: GivenContext['secrets']) {
  return Object.freeze({
    get: (key: string) => secrets.get(key),
    store: (key: string, value: string) => secrets.set(key, value),
    delete: (key: string) => secrets.delete(key),
    keys: () => notOffered('context.secrets.keys'),
    onDidChange: (listener: (value: unknown) => void) => secrets.onDidChange(listener),
  });
}

/** Values that are kept from run to run, and read without waiting. @param which those of all, or of a workspace */
async function openMemento(which: 'global' | 'workspace') {
  const { link } = guest;
  const api = `context:${which}State`;
  const kept = new Map<string, unknown>();
  const loaded = await link.call(`${api}.load`, [], { caller: openMemento });
  const read = (json: unknown) => {
    const value: unknown = JSON.parse(String(json));
    return value;
  };
  for (const [key, json] of Object.entries(Object(loaded))) kept.set(key, read(json));
  async function update(key: string, value: unknown): Promise<void> {
    const json = JSON.stringify(value) as string | undefined;
    if (json === undefined) kept.delete(key);
    else kept.set(key, read(json));
    await link.call(`${api}.update`, [key, json ?? null], { caller: update });
  }
  return Object.freeze({
    get: (key: string, fallback?: unknown) =>
      kept.has(key) ? structuredClone(kept.get(key)) : fallback,
    keys: () => [...kept.keys()],
    update,
    setKeysForSync: () => undefined,
  });
}
