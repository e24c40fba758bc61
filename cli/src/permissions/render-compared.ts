import { plain, renderTable, type Style } from '@orchestra/terminal';
import type { ComparedPermissions, PermissionDifference } from './compared-permissions.ts';

/** What ran: `in this run`. */
type RunName = 'in this run' | 'in the tests';

/**
 * Renders the permissions of an extension as a table, without what wasn't looked at, then how they differ,
 * each with its place.
 */
export function renderCompared(
  { declared, found, seen, differences }: ComparedPermissions,
  { run = 'in this run', style }: { run?: RunName; style: Style },
): string {
  const all = [...new Set([...declared, ...(found ?? []), ...(seen ?? [])])];
  const columns: [string, readonly string[]][] = [
    ['declared', declared],
    ...(found === null ? [] : [['in the code', found] satisfies [string, string[]]]),
    ...(seen === null ? [] : [[run, seen] satisfies [string, string[]]]),
  ];
  const heads = columns.map(([head]) => head);
  if (all.length === 0) return `${style.bold('Permissions')} none`;
  const rows = all.map((permission) => [
    `  ${plain(permission)}`,
    ...columns.map(([, has]) => (has.includes(permission) ? 'yes' : style.dim('-'))),
  ]);
  return [
    renderTable([[style.bold('Permissions'), ...heads], ...rows]),
    ...differences.map((one) => renderDifference(one, { run, style })),
  ].join('\n');
}

const meanings: Record<Exclude<PermissionDifference['what'], 'not-seen'>, string> = {
  'used-undeclared': 'was used and isn’t declared in package.json',
  'found-undeclared': 'is used by the code and isn’t declared in package.json',
  'declared-unused': 'is declared, and the code doesn’t use it',
};

function renderDifference(
  { severity, permission, what, place }: PermissionDifference,
  { run, style }: { run: RunName; style: Style },
): string {
  const colours = { error: style.red, warning: style.yellow, note: style.cyan };
  const where = style.bold(plain(place ?? '(no place is known)'));
  const meaning = what === 'not-seen' ? `was not used ${run}` : meanings[what];
  return `${colours[severity](severity)} ${where} "${plain(permission)}" ${meaning}`;
}
