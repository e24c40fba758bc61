import { addedUnclear, type Permission } from '@orchestra/core';
import type { Installed } from '../store/state.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** What a version may do, and the installed one may not. */
export interface AddedPermissions {
  /** Declared ones. */
  declared: Permission[];
  /** Those that code may need of which nobody can tell. */
  unclear: Permission[];
}

type Powers = Pick<ResolvedInstall, 'permissions' | 'unclearCode'>;

/**
 * Finds the permissions that a version has in addition to those of the installed one. What code may need of
 * which nobody can tell counts as well: people agreed to no such thing.
 */
export function addedPermissions(
  resolved: Powers,
  before: Pick<Installed, 'permissions' | 'unclearCode'>,
): AddedPermissions {
  return {
    declared: resolved.permissions.filter((one) => !before.permissions.includes(one)),
    unclear: addedUnclear(resolved, before),
  };
}

/** Says what a version may do in addition; empty where that is nothing. */
export function describeAdded({ declared, unclear }: AddedPermissions): string {
  const maybe = `in code that nobody can tell by reading it: ${unclear.join(', ')}`;
  return [
    ...(declared.length === 0 ? [] : [declared.join(', ')]),
    ...(unclear.length === 0 ? [] : [maybe]),
  ].join('; ');
}
