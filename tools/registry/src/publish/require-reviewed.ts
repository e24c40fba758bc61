import { needsReview, reviewHint } from '@orchestra/packaging';
import { RegistryError } from '@orchestra/core';
import { readCurated } from '../curated/read-curated.ts';
import type { IndexSnapshot } from '../index/git-index.ts';
import type { PassedPackage } from './read-passed-package.ts';

/**
 * Refuses a package whose code can't be analysed, unless a person cleared exactly these bytes.
 *
 * @throws RegistryError `review-required` with the places to review
 */
export async function requireReviewed(
  { manifest, facts, problems }: Pick<PassedPackage, 'manifest' | 'facts' | 'problems'>,
  snapshot: IndexSnapshot,
): Promise<void> {
  if (!needsReview(problems)) return;
  const { cleared } = await readCurated(snapshot);
  if (cleared.some(({ sha256 }) => sha256 === facts.sha256)) return;
  const { name, version } = manifest;
  const hint = reviewHint(problems, { via: 'api' });
  throw new RegistryError(
    'review-required',
    `Nobody can tell by reading it what the code of ${name} ${version} uses; nothing was stored of the package with SHA-256 ${facts.sha256}`,
    {
      hint,
      problems: problems.map((one) => (one.code === 'review-required' ? { ...one, hint } : one)),
    },
  );
}
