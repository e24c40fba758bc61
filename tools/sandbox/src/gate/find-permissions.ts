import {
  apiFamilies,
  type ApiTable,
  type ApiVerdict,
  orchestraApi,
  type Permission,
  verdictOnCommand,
} from '@orchestra/core';

/**
 * The permissions that a member of an API needs, by the table that the analysis of code and the documentation read as
 * well; none where it is harmless. Null where the table doesn't have it, or can't tell: then nobody may call it.
 *
 * @param api a member of `@orchestra/api` with dots, e.g. `fs.readFile`; those of others have their module before it:
 *   `@raycast/api:Clipboard.copy`, `fs/promises:readFile`; commands of VS Code are `command:git.commit`
 */
export function findPermissions(api: string): readonly Permission[] | null {
  if (api.length > 200) return null; // no member has such a name
  if (harmless.has(api)) return [];
  const colon = api.indexOf(':');
  if (api.startsWith(commandStart)) return toPermissions(verdictOnCommand(api.slice(colon + 1)));
  const verdicts = tables.get(colon < 0 ? orchestraApi.module : api.slice(0, colon));
  const parts = api.slice(colon + 1).split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const verdict = verdicts?.get(parts.slice(0, length).join('.')) ?? null;
    if (verdict !== null) return toPermissions(verdict);
  }
  return null;
}

/** Calls that do only what needs nothing of all that their member may do. */
const harmless: ReadonlySet<string> = new Set([
  'child_process:fork', // runs modules of the extension
  '@raycast/api:launchCommand', // runs its commands
]);

/** What the name of a command of VS Code comes after, where it is called. */
export const commandStart = 'command:';

function toPermissions(verdict: ApiVerdict | undefined): readonly Permission[] | null {
  if (verdict === 'harmless') return [];
  return typeof verdict === 'object' ? verdict : null;
}

const tables = new Map(
  apiFamilies.flatMap(({ tables: all }) => all).map((table) => [table.module, verdictsOf(table)]),
);

function verdictsOf({ judgements }: ApiTable) {
  return new Map(judgements.flatMap(({ is, names }) => names.map((name) => [name, is] as const)));
}

/** Modules whose members authors know without them; those of Node have theirs before it, as in `fs.readFile`. */
const unnamed: ReadonlySet<string> = new Set([
  'vscode',
  '@raycast/api',
  '@raycast/utils',
  'command',
]);

/** The name of a member as an author writes it. */
export function memberName(api: string): string {
  const colon = api.indexOf(':');
  const [module, member] = [api.slice(0, Math.max(colon, 0)), api.slice(colon + 1)];
  return colon < 0 || unnamed.has(module) ? member : `${module}.${member}`;
}
