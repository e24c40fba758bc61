import type { IndexVersion } from '@orchestra/core';
import type { PermissionChange } from '../page-data/extension-page.ts';

/**
 * Compares what a version may do with the one before it, whether or not that can still be installed: who
 * has it keeps it.
 *
 * @param versions newest first
 * @returns null for the first version, and where nothing changed
 */
export function permissionChange(
  version: IndexVersion,
  versions: readonly IndexVersion[],
): PermissionChange | null {
  const before = versions[versions.indexOf(version) + 1];
  if (before === undefined) return null;
  const added = version.permissions.filter((id) => !before.permissions.includes(id));
  const removed = before.permissions.filter((id) => !version.permissions.includes(id));
  if (added.length === 0 && removed.length === 0) return null;
  return { since: before.version, added, removed };
}
