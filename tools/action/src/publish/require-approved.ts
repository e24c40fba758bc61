import { RegistryError } from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { type GitIndex, readCurated } from '@orchestra/registry';
import { findVerdict } from '../report/find-verdict.ts';
import type { Origin } from './find-origin.ts';
import type { PlannedRelease } from './plan-schema.ts';

/**
 * Refuses a package of which nobody can tell what its code uses, unless somebody approved the merged head or
 * cleared these very bytes. An analysis that reads less than the one at the merge may find such code later.
 *
 * @throws RegistryError `review-required`
 */
export async function requireApproved(
  { manifest, facts, needsReview }: Pick<PlannedRelease, 'manifest' | 'facts' | 'needsReview'>,
  of: { origin: Origin; index: GitIndex; github: GitHub; repository: RepositoryName },
): Promise<void> {
  if (!needsReview) return;
  const { pullRequest, head, submitter } = of.origin;
  const { isApproved, requestedBy } = await findVerdict(
    { pullRequest, head, authorId: submitter.id },
    of,
  );
  if (isApproved && requestedBy.length === 0) return;
  const { cleared } = await readCurated(await of.index.snapshot());
  if (cleared.some(({ sha256 }) => sha256 === facts.sha256)) return;
  const { name, version } = manifest;
  throw new RegistryError(
    'review-required',
    `Nobody can tell by reading it what the code of ${name} ${version} uses, and nobody approved it before it was merged`,
    {
      hint: 'It is published once someone of the registry has looked at the code and approved this pull request.',
    },
  );
}
