import { compareBuild } from 'semver';

/** Orders versions by semver precedence, oldest first. */
export function compareVersions(left: string, right: string): number {
  return compareBuild(left, right);
}
