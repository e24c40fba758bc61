import { splitChangelog } from '@orchestra/core';
import { gt, lte } from 'semver';

/**
 * The part of a changelog that tells what changed after one version up to another: the sections whose
 * heading names a version between them. Empty where no heading does.
 */
export function changesBetween(
  changelog: string,
  between: { after: string; upTo: string },
): string {
  return splitChangelog(changelog)
    .filter(({ version }) => {
      return version !== null && gt(version, between.after) && lte(version, between.upTo);
    })
    .map(({ text }) => text)
    .join('\n\n');
}
