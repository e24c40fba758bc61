import { prerelease } from 'semver';
import type { IndexEntry, IndexVersion } from '../schema/index-entry.ts';
import { compareVersions } from './compare-versions.ts';

/** The newest live version, stable if there is one; null where no version is live. */
export function latestVersion(entry: Pick<IndexEntry, 'versions'>): IndexVersion | null {
  const live = newestFirst(entry.versions).filter((version) => version.status === 'live');
  return live.find((version) => prerelease(version.version) === null) ?? live[0] ?? null;
}

/** A copy of the versions, newest first. */
export function newestFirst(versions: readonly IndexVersion[]): IndexVersion[] {
  return versions.toSorted((left, right) => compareVersions(right.version, left.version));
}
