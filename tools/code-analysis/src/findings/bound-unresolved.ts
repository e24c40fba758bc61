import { permissions, type UnresolvedCode } from '@orchestra/core';

const most = 50;

/**
 * The first 50 of what could not be resolved. Where there is more, the last stands for all the rest and
 * may need what any of that may: nothing hides behind many harmless places.
 */
export function boundUnresolved(found: readonly UnresolvedCode[]): UnresolvedCode[] {
  const rest = found.slice(most - 1);
  const [first] = rest;
  if (first === undefined || rest.length === 1) return [...found];
  const may = new Set(rest.flatMap((code) => code.permissions));
  const last: UnresolvedCode = {
    reason: 'over-limit',
    what: `${rest.length} more such places`,
    permissions: permissions.filter((permission) => may.has(permission)),
    place: first.place,
  };
  return [...found.slice(0, most - 1), last];
}
