import { moreSuchPlaces, permissions, type UnresolvedCode } from '@orchestra/core';

const most = 50;

/**
 * Limits unresolved code to 50 findings, those that may need most first. If there are more, the last one stands
 * for the rest and has all their permissions, so that nothing can hide behind many harmless findings.
 */
export function boundUnresolved(all: readonly UnresolvedCode[]): UnresolvedCode[] {
  const found = all.toSorted((left, right) => right.permissions.length - left.permissions.length);
  const rest = found.slice(most - 1);
  const [first] = rest;
  if (first === undefined || rest.length === 1) return [...found];
  const may = new Set(rest.flatMap((code) => code.permissions));
  const last: UnresolvedCode = {
    reason: 'over-limit',
    what: `${rest.length} ${moreSuchPlaces}`,
    permissions: permissions.filter((permission) => may.has(permission)),
    place: first.place,
  };
  return [...found.slice(0, most - 1), last];
}
