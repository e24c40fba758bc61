import type { Stages } from '@orchestra/core';
import type { PullRequest } from '../pull-request/pull-request.ts';

/** Labels that the registry's workflow gives to a pull request. */
export const submissionLabels = {
  needsReview: 'needs-review',
  refused: 'refused',
  hold: 'hold',
} as const;

/** Describes the progress of a publish in a sentence that says what it waits for. Pure. */
export function describeStages(stages: Stages, pullRequest: PullRequest | null): string {
  if (stages.searchable !== null) return 'It is live: it can be installed and found.';
  if (stages.served !== null && stages.indexed !== null) {
    return 'It can be installed; the search does not know it yet.';
  }
  if (stages.indexed !== null) return 'It is in the index; its package is not served yet.';
  if (stages.served !== null) return 'Its package is stored; the index does not show it yet.';
  if (pullRequest === null) return 'Nothing is known of it: no pull request, no package, no entry.';
  if (pullRequest.state === 'merged') {
    if (pullRequest.labels.includes(submissionLabels.refused)) {
      return `It was merged and could not be carried out; read there why: ${pullRequest.url}`;
    }
    return 'It is merged, and waits for the registry to store it: minutes, as a rule.';
  }
  if (pullRequest.state === 'closed') {
    return `Its pull request was closed without a merge; read there why: ${pullRequest.url}`;
  }
  return describeOpen(pullRequest);
}

function describeOpen({ labels, url }: PullRequest): string {
  if (labels.includes(submissionLabels.refused)) {
    return `The registry refused it; read there what to mend: ${url}`;
  }
  if (labels.includes(submissionLabels.hold))
    return `A person holds it back; read there why: ${url}`;
  if (labels.includes(submissionLabels.needsReview)) {
    return `It waits for a person of the registry, as new names do, and code that nobody can tell by reading it: ${url}`;
  }
  return 'Its pull request is open, and is being checked.';
}
