import type { Stages } from '@orchestra/core';
import type { PullRequest } from '../pull-request/pull-request.ts';
import type { Served } from './probe-served.ts';

/** What is publicly visible of a publish; null for what doesn't exist or can't be seen. */
export interface ReceiptFacts {
  pullRequest: PullRequest | null;
  /** The stages in the registry's comment. */
  marked: Stages | null;
  served: Served | null;
  /** The time of publishing in the index, as an ISO time. */
  indexedAt: string | null;
  isSearchable: boolean;
}

/**
 * Derives the stages of a publish. Pure. They are never stored: a stage without a time of its own gets the
 * time when it was first seen.
 *
 * @param seen.before stages of the last look, whose times are kept
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
    // the entry has the time of the merge, the registry's comment that of the commit
    indexed: facts.indexedAt === null ? null : (marked?.indexed ?? facts.indexedAt),
    served: served === null ? null : (marked?.served ?? before?.served ?? now),
    searchable: facts.isSearchable ? (marked?.searchable ?? before?.searchable ?? now) : null,
  };
}
