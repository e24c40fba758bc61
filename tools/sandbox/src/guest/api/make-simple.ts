import type { Emitter } from './emitter.ts';
import type { GuestContext } from './guest-context.ts';

/** Makes a function of the API that hands its arguments to the host. */
function forward(guest: GuestContext, api: string) {
  const call = async (...args: unknown[]): Promise<unknown> =>
    guest.link.call(api, args, { caller: call });
  return call;
}

/** `clipboard`. */
export function makeClipboard(guest: GuestContext) {
  return {
    readText: forward(guest, 'clipboard.readText'),
    writeText: forward(guest, 'clipboard.writeText'),
  };
}

/** `workspace`. */
export function makeWorkspace(guest: GuestContext) {
  const { state } = guest;
  const git = ['status', 'diff', 'log', 'blame', 'show', 'branches', 'currentBranch'].concat([
    'add',
    'commit',
    'checkout',
  ]);
  return {
    get rootPath() {
      return state.workspace.rootPath ?? undefined;
    },
    get name() {
      return state.workspace.name ?? undefined;
    },
    search: forward(guest, 'workspace.search'),
    git: Object.fromEntries(git.map((name) => [name, forward(guest, `workspace.git.${name}`)])),
  };
}

/** `settings`. */
export function makeSettings(guest: GuestContext, changed: Emitter<unknown>) {
  return {
    get(key: string, fallback?: unknown): unknown {
      const { settings } = guest.state;
      const value = Object.hasOwn(settings, key) ? settings[key] : undefined;
      // each caller has its own copy
      return value === undefined ? fallback : structuredClone(value);
    },
    set: forward(guest, 'settings.set'),
    onDidChange: changed.event,
  };
}

/** `storage`. */
export function makeStorage(guest: GuestContext) {
  async function get(key: string, fallback?: unknown): Promise<unknown> {
    const value = await guest.link.call('storage.get', [key], { caller: get });
    return value === undefined ? fallback : value;
  }

  async function set(key: string, value: unknown): Promise<void> {
    const json = JSON.stringify(value) as string | undefined;
    if (json === undefined) throw new TypeError(`The value of ${key} can't be written as JSON.`);
    await guest.link.call('storage.set', [key, json], { caller: set });
  }

  return {
    get,
    set,
    delete: forward(guest, 'storage.delete'),
    keys: forward(guest, 'storage.keys'),
  };
}

/** `context.secrets`. */
export function makeSecrets(guest: GuestContext, changed: Emitter<unknown>) {
  return {
    get: forward(guest, 'secrets.get'),
    set: forward(guest, 'secrets.set'),
    delete: forward(guest, 'secrets.delete'),
    onDidChange: changed.event,
  };
}

/** `system`. */
export function makeSystem({ link, state }: GuestContext) {
  async function exec(
    command: string,
    args: readonly string[] = [],
    { signal, ...options }: { signal?: AbortSignal } = {},
  ): Promise<unknown> {
    return link.call('system.exec', [command, args, options], { caller: exec, signal });
  }

  return {
    exec,
    get platform() {
      return state.platform;
    },
  };
}
