import type { Stages } from '@orchestra/core';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { describeStages } from './describe-stages.ts';

/** A pull request in the output of commands. */
export interface PullRequestSummary {
  number: number;
  url: string;
  state: PullRequest['state'];
  /** A sentence that says what the pull request waits for. */
  standing: string;
}

/** Summarizes a pull request for output; null where there is none. */
export function summarizePullRequest(
  pullRequest: PullRequest | null,
  stages: Stages,
): PullRequestSummary | null {
  if (pullRequest === null) return null;
  const { number, url, state } = pullRequest;
  return { number, url, state, standing: describeStages(stages, pullRequest) };
}
