import type { Stages } from '@orchestra/core';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { describeStages } from './describe-stages.ts';

/** A pull request, as it is told. */
export interface PullRequestSummary {
  number: number;
  url: string;
  state: PullRequest['state'];
  /** What it waits for. */
  standing: string;
}

/** What is told of a pull request; null where there is none. */
export function summarizePullRequest(
  pullRequest: PullRequest | null,
  stages: Stages,
): PullRequestSummary | null {
  if (pullRequest === null) return null;
  const { number, url, state } = pullRequest;
  return { number, url, state, standing: describeStages(stages, pullRequest) };
}
