import { addedUnclear, type IndexVersion } from '@orchestra/core';
import type { PermissionChange } from '../page-data/extension-page.ts';

/**
 * Compares a version's permissions with those of the version before, even if that was withdrawn, because some
 * users still have it.
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
  const maybe = addedUnclear(version, before);
  const removed = before.permissions.filter((id) => !version.permissions.includes(id));
  if (added.length + maybe.length + removed.length === 0) return null;
  return { since: before.version, added, maybe, removed };
}
