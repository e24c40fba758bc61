import { api, askHost } from './orchestra.ts';

interface Extension {
  activate?(context: object): unknown;
  deactivate?(): unknown;
  default?: Extension;
}

interface Disposable {
  dispose?(): unknown;
}

let context: object = {};
/** Null for an extension for Raycast, whose commands run apart from the tests. */
let load: (() => Promise<Extension>) | null = null;
let active: { extension: Extension; subscriptions: Disposable[] } | null = null;

/** Says where the extension is, and with what it is activated. */
export function useExtension(given: {
  context: object;
  load: (() => Promise<Extension>) | null;
}): void {
  context = given.context;
  load = given.load;
}

/** Loads the extension and calls its `activate`. @returns the context that it was given */
export async function activate(): Promise<object> {
  if (load === null) throw new Error('Commands of Raycast are launched: call launch(…).');
  if (active !== null) throw new Error('The extension is active already.');
  const exported = await load();
  const extension = typeof exported.activate === 'function' ? exported : exported.default;
  if (typeof extension?.activate !== 'function') {
    throw new TypeError('The entry file exports no function "activate".');
  }
  const subscriptions: Disposable[] = [];
  const own = { ...context, subscriptions };
  active = { extension, subscriptions };
  await extension.activate(own);
  return own;
}

/** Calls `deactivate`, and disposes of the subscriptions; nothing where it isn't active. */
export async function deactivate(): Promise<void> {
  if (load === null) await askHost('tellThrown');
  if (active === null) return;
  const { extension, subscriptions } = active;
  active = null;
  await extension.deactivate?.();
  for (const subscription of subscriptions.splice(0).toReversed()) await subscription.dispose?.();
}

/** Runs a command as a person does, and activates the extension first where it isn't active. */
export async function runCommand(id: string, ...args: unknown[]): Promise<unknown> {
  if (load === null) return askHost('launch', id, args);
  if (active === null) await activate();
  return api.commands.execute(id, ...args);
}

/** What a command for Raycast is launched with. */
interface LaunchOptions {
  arguments?: object;
  preferences?: object;
  launchContext?: unknown;
  launchType?: string;
  fallbackText?: string;
}

/** Launches a command of an extension for Raycast, and waits until it has ended or come to rest. */
export async function launch(command: string, options: LaunchOptions = {}): Promise<void> {
  const { arguments: given = {}, preferences, ...by } = options;
  if (preferences !== undefined) await askHost('setPreferences', command, preferences);
  await askHost('launch', command, [{ ...by, arguments: given }]);
}

/** Waits until something no longer throws, or gives something that isn't false. Milliseconds. */
export async function waitFor<T>(
  check: () => T,
  { timeout = 2_000, interval = 20 }: { timeout?: number; interval?: number } = {},
): Promise<Awaited<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      const value = await check();
      if (value !== false) return value;
      if (Date.now() >= end) throw new Error(`It was false for ${timeout} ms.`);
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
