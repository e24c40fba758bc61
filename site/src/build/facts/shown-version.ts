import { type IndexEntry, type IndexVersion, latestVersion, newestFirst } from '@orchestra/core';

/**
 * The version that a page shows: the newest live one, otherwise the newest yanked one, and only then a
 * quarantined one.
 */
export function shownVersion(entry: IndexEntry): IndexVersion {
  const newest = newestFirst(entry.versions);
  const [first] = newest;
  const shown =
    latestVersion(entry) ?? newest.find((version) => version.status === 'yanked') ?? first;
  if (shown === undefined) throw new Error(`The entry of ${entry.name} has no versions`);
  return shown;
}
