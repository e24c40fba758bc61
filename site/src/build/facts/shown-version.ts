import { type IndexEntry, type IndexVersion, latestVersion, newestFirst } from '@orchestra/core';

/**
 * The version whose facts and texts a page shows: the newest live one; where nothing is live the newest
 * that was yanked, and only then a quarantined one.
 */
export function shownVersion(entry: IndexEntry): IndexVersion {
  const newest = newestFirst(entry.versions);
  const [first] = newest;
  const shown =
    latestVersion(entry) ?? newest.find((version) => version.status === 'yanked') ?? first;
  if (shown === undefined) throw new Error(`The entry of ${entry.name} has no versions`);
  return shown;
}
