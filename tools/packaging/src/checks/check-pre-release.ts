import { prerelease } from 'semver';
import { type Problem, problem } from '@orchestra/core';

/**
 * Checks that a pre-release is only published with `--pre-release`, and that nothing else is published with
 * it.
 *
 * @param version of the manifest; undefined where it has none, which `checkVersion` reports
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
