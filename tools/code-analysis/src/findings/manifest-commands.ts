import {
  isRecord,
  type Permission,
  permissions,
  type Place,
  readJson,
  type UnresolvedCode,
} from '@orchestra/core';
import { linkedCommands, needsOfClick } from '../apis/clicked-commands.ts';

/** What the commands need that a manifest names. */
export interface ManifestCommands {
  uses: { permission: Permission; call: string; place: Place }[];
  unresolved: UnresolvedCode[];
}

/**
 * Finds the commands of the editor that a manifest gives to keys with arguments of its own, and those of links in
 * its texts. A key without arguments does what the same command does by any other key.
 */
export function findManifestCommands(files: ReadonlyMap<string, Uint8Array>): ManifestCommands {
  const found: ManifestCommands = { uses: [], unresolved: [] };
  for (const [path, bytes] of files) {
    if (!/^package(?:\.nls(?:\.[\w-]+)?)?\.json$/.test(path)) continue;
    const text = new TextDecoder().decode(bytes);
    for (const { name, offset } of linkedCommands(text)) tell(found, name, { path, text, offset });
    if (path !== 'package.json') continue;
    for (const name of commandsOfKeys(text)) {
      tell(found, name, { path, text, offset: Math.max(0, text.indexOf(JSON.stringify(name))) });
    }
  }
  return found;
}

function tell(
  found: ManifestCommands,
  name: string,
  { path, text, offset }: { path: string; text: string; offset: number },
): void {
  const needs = needsOfClick(name);
  const call = `command "${name.slice(0, 60)}"`;
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const place = { file: path, line, column: offset - before.lastIndexOf('\n') };
  if (needs === 'unresolved') {
    const of = { reason: 'unknown-effect', what: call } as const;
    found.unresolved.push({ ...of, permissions: [...permissions], place });
  } else for (const permission of needs) found.uses.push({ permission, call, place });
}

function commandsOfKeys(text: string): string[] {
  const contributes = readJson(text, { path: 'package.json' }).value?.['contributes'];
  const keys = isRecord(contributes) ? contributes['keybindings'] : undefined;
  return [keys].flat().flatMap((key) => commandsOf(key, 0));
}

/** The command of a key with arguments; of several that it runs in turn, each. */
function commandsOf(key: unknown, depth: number): string[] {
  if (!isRecord(key) || typeof key['command'] !== 'string') return [];
  const { command, args } = key;
  if (args === undefined) return depth === 0 ? [] : [command];
  const each = isRecord(args) ? args['commands'] : undefined;
  if (command !== 'runCommands' || !Array.isArray(each) || depth > 3) return [command];
  return each.flatMap((one) => (typeof one === 'string' ? [one] : commandsOf(one, depth + 1)));
}
