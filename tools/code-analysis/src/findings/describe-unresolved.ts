import type { UnresolvedCode } from '@orchestra/core';

/** Describes why code is unresolved, and which permissions it may need: `it …`, `any permission`. */
export function describeUnresolved({
  reason,
  permissions,
}: Pick<UnresolvedCode, 'reason' | 'permissions'>): { why: string; needs: string } {
  const needs = permissions.length > 4 ? 'any permission' : permissions.join(', ');
  return { why: reasons[reason], needs };
}

const reasons: Readonly<Record<UnresolvedCode['reason'], string>> = {
  'computed-access': 'what is used has a name that is computed',
  'passed-on': 'it is given to code that can not be followed',
  'computed-module': 'what is loaded has a name that is computed',
  'outside-module': 'it loads code that is not in the package, or changes how code is loaded',
  'evaluated-code': 'it runs code that is made of a text',
  'unknown-effect': 'what it does can not be told from the code',
  unreadable: 'it can not be read',
  'over-limit': 'it was not read to its end',
};
