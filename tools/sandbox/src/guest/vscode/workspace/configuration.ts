import orchestra, { guest } from 'orchestra:api';
import { askEditor } from '../ask-host.ts';
import { ConfigurationTarget } from '../types/enums.ts';
import { EventEmitter } from '../types/events.ts';

const changed = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();

/** Told of settings that changed. */
export const onDidChangeConfiguration = changed.event;

/** Follows changes of settings. */
export function followSettings(): void {
  orchestra.settings.onDidChange((value: unknown) => {
    const { keys = [] } = Object(value) as { keys?: readonly string[] };
    changed.fire({
      affectsConfiguration: (section) =>
        keys.some(
          (key) =>
            key === section || key.startsWith(`${section}.`) || section.startsWith(`${key}.`),
        ),
    });
  });
}

/** What is set of a key: a setting itself, or an object of those below it. */
function valueOf(key: string, settings: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(settings, key)) return structuredClone(settings[key]);
  const start = `${key}.`;
  const below = Object.keys(settings).filter((name) => key === '' || name.startsWith(start));
  if (below.length === 0) return undefined;
  const made: Record<string, unknown> = {};
  for (const name of below) {
    const parts = (key === '' ? name : name.slice(start.length)).split('.');
    put(made, parts, structuredClone(settings[name]));
  }
  return made;
}

function put(
  into: Record<string, unknown>,
  [first = '', ...others]: string[],
  value: unknown,
): void {
  const own = (name: string, part: unknown) =>
    Object.defineProperty(into, name, {
      value: part,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  if (others.length === 0) {
    own(first, value);
    return;
  }
  const known = Object.hasOwn(into, first) ? into[first] : undefined;
  const inner = typeof known === 'object' && known !== null ? known : {};
  put(inner as Record<string, unknown>, others, value);
  own(first, inner);
}

/** Settings below a section, as they are now. What stands there is readable as properties, too. */
export function getConfiguration(section?: string) {
  const { settings } = guest.state; // a change makes another
  const fullKey = (key: string) =>
    section === undefined || section === '' ? key : `${section}.${key}`;
  const has = (key: string) => valueOf(fullKey(key), settings) !== undefined;
  function get(key: string, fallback?: unknown): unknown {
    return valueOf(fullKey(key), settings) ?? fallback;
  }
  async function update(key: string, value: unknown, target?: unknown): Promise<void> {
    const isWorkspace =
      target === undefined || target === null || target === false
        ? guest.state.workspace.rootPath !== null
        : target !== true && target !== ConfigurationTarget['Global'];
    const args = [fullKey(key), value, isWorkspace ? 'workspace' : 'user'];
    await askEditor('WorkspaceConfiguration.update', args, { caller: update });
  }
  function inspect(key: string) {
    const value = valueOf(fullKey(key), settings);
    if (value === undefined) return undefined;
    return { key: fullKey(key), globalValue: value, languageIds: undefined };
  }
  const methods = { get, has, inspect, update };
  const values = valueOf(section ?? '', settings);
  return Object.freeze({ ...(typeof values === 'object' ? values : {}), ...methods });
}
