import type { Problem, Stages } from '@orchestra/core';
import type { PullRequestSummary } from '../receipt/summarize-pull-request.ts';

/** How to publish. */
export interface PublishOptions {
  preRelease: boolean;
  dryRun: boolean;
  setVersion: string | undefined;
  /** Id or address of a release asset that exists. */
  asset: string | undefined;
  /** Ask whoever looks at the pull request for the verified badge. */
  requestVerified: boolean;
  /** Follow the receipt to its end. */
  wait: boolean;
}

/** How a publish ended, by HTTP or by pull request. */
export interface PublishOutcome {
  name: string;
  version: string;
  sha256: string;
  /** True where these bytes were published before. */
  unchanged: boolean;
  stages: Stages;
  dryRun: boolean;
  /** What would be done, or was done; null where nothing changes. */
  plan: unknown;
  /** What `check` says, without errors. */
  problems: Problem[];
  /** Where its page is. */
  page: string;
  /** What carries it, with where it stands; null at a registry that takes uploads. */
  pullRequest: PullRequestSummary | null;
}
