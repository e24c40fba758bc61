import type { Stages } from '@orchestra/core';
import type { PullRequest } from '../pull-request/pull-request.ts';
import type { Served } from './probe-served.ts';

/** What can be seen of a publish from outside; null for what isn't there, or can't be seen. */
export interface ReceiptFacts {
  pullRequest: PullRequest | null;
  /** What the registry's comment says. */
  marked: Stages | null;
  served: Served | null;
  /** When the index says that it was published, as an ISO time. */
  indexedAt: string | null;
  isSearchable: boolean;
}

/**
 * The receipt of a publish. Pure. It is never stored: what has no time of its own has the time at
 * which it was seen first, as far as that is known.
 *
 * @param seen.before the receipt of a moment ago, whose times stay
 * @param seen.now an ISO time
 */
export function deriveStages(
  facts: ReceiptFacts,
  seen: { before: Stages | null; now: string },
): Stages {
  const { pullRequest, served, marked } = facts;
  const { before, now } = seen;
  return {
    submitted: pullRequest?.createdAt ?? null,
    validated: marked?.validated ?? null,
    merged: pullRequest?.mergedAt ?? null,
    stored:
      served === null
        ? null
        : (served.storedAt ?? marked?.stored ?? facts.indexedAt ?? before?.stored ?? now),
    // an entry says when its version was merged; the registry says when it was committed
    indexed: facts.indexedAt === null ? null : (marked?.indexed ?? facts.indexedAt),
    served: served === null ? null : (marked?.served ?? before?.served ?? now),
    searchable: facts.isSearchable ? (marked?.searchable ?? before?.searchable ?? now) : null,
  };
}
