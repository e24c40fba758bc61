import { splitChangelog } from '@orchestra/core';
import { gt, lte } from 'semver';

/**
 * The sections of a changelog whose heading names a version after one and up to another. Empty where there
 * are none.
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
