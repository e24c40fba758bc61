import {
  findUnclear,
  isUnread,
  nameFew,
  type Permission,
  permissions,
  type UnresolvedCode,
} from '@orchestra/core';
import { showPlace } from '@orchestra/code-analysis';
import { type Conversion, isAllFound } from './conversion.ts';

/** What the permissions of a converted manifest may lack, because not all of the code could be told. */
export interface LackingPermissions {
  /** Permissions that the code may need beyond the declared ones. */
  mayNeed: Permission[];
  /** Code that isn't there: `dist/web.js`, `left-pad`. */
  absent: string[];
  /** Places where reading ended. */
  unread: string[];
  /** Other places that may need them. */
  unresolved: string[];
}

/** Finds what the permissions of a manifest may lack; null where they are all that the code needs. Pure. */
export function findLacking({
  analysis,
  code,
  manifest,
}: Pick<Conversion, 'analysis' | 'code' | 'manifest'>): LackingPermissions | null {
  if (analysis === null) return null;
  const written = manifest['permissions'];
  const declared = Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [];
  const open = analysis.unresolved.filter((one) => findUnclear([one], declared).mayNeed.length > 0);
  const isAll = isAllFound(code);
  if (open.length === 0 && isAll) return null;
  const undeclared = permissions.filter((one) => !declared.includes(one));
  const places = (of: readonly UnresolvedCode[]) => [
    ...new Set(of.map(({ place }) => showPlace(place))),
  ];
  return {
    mayNeed: isAll ? findUnclear(open, declared).mayNeed : undeclared,
    absent: [...code.missing, ...code.notInstalled],
    unread: places(open.filter(isUnread)),
    unresolved: places(open.filter((one) => !isUnread(one))),
  };
}

const mostNames = 3;

/** Says why permissions may lack some, and which: a full sentence for each. */
export function describeLacking({
  mayNeed,
  absent,
  unread,
  unresolved,
}: LackingPermissions): string {
  const reasons = [
    ...(absent.length === 0 ? [] : [`${nameFew(absent, mostNames)} could not be found`]),
    ...(unread.length === 0
      ? []
      : [`${nameFew(unread, mostNames)} could not be read, or not to the end`]),
    ...(unresolved.length === 0
      ? []
      : [`nobody can tell what is used at ${nameFew(unresolved, mostNames)}`]),
  ];
  return `${reasons.join(', and ')}. It may need ${mayNeed.join(', ')} as well.`;
}
