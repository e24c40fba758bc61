import { type ProblemSummary, problemKinds } from '@orchestra/core';
import { needsReview } from './needs-review.ts';

/** What ends the hint of code that nobody can tell, where there is more to do than to wait. */
export const orReview = 'Otherwise a person looks at it before it is published.';

/**
 * Says what to do about code that a person has to look at: the same wherever it is told.
 *
 * @param problems among them those that name the places
 * @param publish how the registry is published to; null where that isn't known
 */
export function reviewHint(
  problems: readonly (ProblemSummary & { hint?: string | undefined })[],
  publish: { via: 'api' } | { via: 'pull-request'; repository: string } | null,
): string {
  return `${adviseOn(problems)} ${waysOf(publish)}`;
}

/** What to do with the code: the advice that all places have in common, where it is one of their own. */
function adviseOn(problems: Parameters<typeof reviewHint>[0]): string {
  const hints = new Set(problems.filter((one) => needsReview([one])).map(({ hint }) => hint));
  const [hint, ...others] = hints;
  const isOwn = others.length === 0 && hint !== problemKinds['permission-unresolved'].hint;
  if (hint === undefined || !isOwn) return 'Write down the names that the code computes.';
  return hint.replace(` ${orReview}`, '');
}

function waysOf(publish: Parameters<typeof reviewHint>[1]): string {
  if (publish === null) {
    return 'Or let a person look at it: `orchestra ext publish --request-review` over HTTP, a review of the pull request elsewhere.';
  }
  return publish.via === 'api'
    ? 'Or let a person of the registry look at it: `orchestra ext publish --request-review`.'
    : `Or publish as usual: the pull request to ${publish.repository} waits until someone there approves it in a review.`;
}
