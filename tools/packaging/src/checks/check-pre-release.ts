import { prerelease } from 'semver';
import { type Problem, problem } from '@orchestra/core';

/**
 * A pre-release is published on purpose, and only a pre-release is.
 *
 * @param version of the manifest; undefined where it has none, which is another check's matter
 * @param asked.preRelease whether the publish was asked for with `--pre-release`
 */
export function checkPreRelease(
  version: string | undefined,
  asked: { preRelease: boolean },
): Problem[] {
  if (version === undefined) return [];
  const isPreRelease = prerelease(version) !== null;
  if (isPreRelease === asked.preRelease) return [];
  const path = 'package.json#/version';
  return [
    asked.preRelease
      ? problem('prerelease-flag-wrong', { path, message: `${version} is a stable version` })
      : problem('prerelease-flag-missing', { path, message: `${version} is a pre-release` }),
  ];
}
