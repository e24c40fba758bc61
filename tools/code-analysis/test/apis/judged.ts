import { apiFamilies, type ApiTable, unsupportedCalls } from '@orchestra/core';

const tables = new Map<string, ApiTable>(
  apiFamilies.flatMap(({ tables: of }) => of.map((table) => [table.module, table] as const)),
);

/** True for a member that no table has a verdict on, neither by its name nor by one above it. */
export function isUnjudged(module: string, member: string): boolean {
  const table = tables.get(module);
  if (table === undefined) return true;
  const names = new Set(table.judgements.flatMap((each) => each.names));
  if (names.has('*')) return false;
  for (let at = member; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (at === 'promises' && isPromises(module, member)) {
      return isUnjudged(`${module}/promises`, member.slice('promises.'.length));
    }
    if (names.has(at) || unsupported(module).some((name) => name === at)) return false;
  }
  return true;
}

function isPromises(module: string, member: string): boolean {
  return tables.has(`${module}/promises`) && member.startsWith('promises.');
}

function unsupported(module: string): string[] {
  const calls = Object.values(unsupportedCalls);
  const names =
    module === 'vscode'
      ? calls.flatMap(({ vscode }) => vscode)
      : module === '@raycast/api'
        ? calls.flatMap(({ raycast }) => raycast)
        : [];
  return names.map((name) => name.replace(/\.\*$/, ''));
}
