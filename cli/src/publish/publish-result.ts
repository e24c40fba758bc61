import type { CodeReview, Problem, Stages } from '@orchestra/core';
import type { PullRequestSummary } from '../receipt/summarize-pull-request.ts';

/** Options of `publish`. */
export interface PublishOptions {
  preRelease: boolean;
  dryRun: boolean;
  setVersion: string | undefined;
  /** Takes in what the repository around the folder has and the folder lacks. */
  includeRoot: boolean;
  /** Id or URL of an existing release asset. */
  asset: string | undefined;
  /** Asks the reviewers of the pull request for the verified badge. */
  requestVerified: boolean;
  /** Has a package kept for a person of the registry where one has to look at it first. */
  requestReview: boolean;
  /** Waits until the publish is complete. */
  wait: boolean;
}

/** The result of a publish, by HTTP or by pull request. */
export interface PublishOutcome {
  name: string;
  version: string;
  sha256: string;
  /** True where the same bytes were published earlier. */
  unchanged: boolean;
  stages: Stages;
  dryRun: boolean;
  /** The plan that was carried out, or that a dry run made; null where nothing changes. */
  plan: unknown;
  /** Warnings and notes of the checks. */
  problems: Problem[];
  /** URL of its page. */
  page: string;
  /** The pull request with its progress; null at a registry that accepts uploads. */
  pullRequest: PullRequestSummary | null;
  /** Where it stands while a person has to look at it; null where that isn't so, and by pull request. */
  review: CodeReview | null;
}
