import {
  groupByCause,
  type ProblemSummary,
  type UnresolvedCause,
  unresolvedCauses,
} from '@orchestra/core';
import { needsReview } from './needs-review.ts';

/** What ends the hint of code that nobody can tell, where there is more to do than to wait. */
export const orReview = 'Otherwise a person looks at it before it is published.';

/**
 * Says what to do about code that a person has to look at: the same wherever it is told. Where the places have
 * several causes, each has a line, the most frequent first.
 *
 * @param problems among them those that name the places
 * @param publish how the registry is published to; null where that isn't known
 */
export function reviewHint(
  problems: readonly ProblemSummary[],
  publish: { via: 'api' } | { via: 'pull-request'; repository: string } | null,
): string {
  const causes = problems
    .filter((one) => needsReview([one]))
    .flatMap(({ cause }) => (isCause(cause) ? [cause] : []));
  const [first, ...others] = groupByCause(causes, (cause) => cause);
  const ways = waysOf(publish);
  if (first === undefined) return `Write the code so that it can be told what it uses. ${ways}`;
  if (others.length === 0) return `${first.advice} ${ways}`;
  const lines = [first, ...others].map(({ advice, of }) => `${countPlaces(of.length)}: ${advice}`);
  return [...lines, ways].join('\n');
}

function isCause(cause: string | undefined): cause is UnresolvedCause {
  return cause !== undefined && Object.hasOwn(unresolvedCauses, cause);
}

function countPlaces(count: number): string {
  return count === 1 ? '1 place' : `${count} places`;
}

function waysOf(publish: Parameters<typeof reviewHint>[1]): string {
  if (publish === null) {
    return 'Or let a person look at it: `orchestra ext publish --request-review` over HTTP, a review of the pull request elsewhere.';
  }
  return publish.via === 'api'
    ? 'Or let a person of the registry look at it: `orchestra ext publish --request-review`.'
    : `Or publish as usual: the pull request to ${publish.repository} waits until someone there approves it in a review.`;
}
