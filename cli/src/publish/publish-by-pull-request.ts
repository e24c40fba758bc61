import type { Config } from '@orchestra/core';
import type { ValidExtension } from '../project/read-project.ts';
import { tellReview } from '../check/tell-review.ts';
import type { CommandContext } from '../command.ts';
import { connectGitHub } from '../github/connect-github.ts';
import { isBadgeRequested } from '../pull-request/is-badge-requested.ts';
import { openPullRequest } from '../pull-request/open-pull-request.ts';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { readSubmissionState } from '../pull-request/read-submission-state.ts';
import { followReceipt } from '../receipt/follow-receipt.ts';
import { readReceipt } from '../receipt/read-receipt.ts';
import { summarizePullRequest } from '../receipt/summarize-pull-request.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { ensureAsset } from '../release/ensure-asset.ts';
import { startProgress } from '../render/progress.ts';
import { planSubmission, submissionOf } from './plan-submission.ts';
import type { PublishOptions, PublishOutcome } from './publish-result.ts';
import { readPublishInput } from './read-publish-input.ts';

/** The extension, the registry and the options of a publish by pull request. */
export interface PublishByPullRequest {
  publishing: Extract<Config['publish'], { via: 'pull-request' }>;
  client: RegistryClient;
  options: PublishOptions;
  context: CommandContext;
}

/**
 * Publishes to a registry that takes pull requests: makes a GitHub release with the package in the author's
 * repository, then a pull request with a submission that names it. Existing parts are reused, so that it can
 * be run again at any time.
 *
 * @param extension null where there is no folder, but an asset
 */
export async function publishByPullRequest(
  extension: ValidExtension | null,
  by: PublishByPullRequest,
): Promise<PublishOutcome> {
  const { client, options, context } = by;
  const { repository: registry, clientId } = by.publishing;
  const why = `publish at ${registry} by a pull request in your name`;
  const signedIn = await connectGitHub({ clientId, why }, context);
  const { github } = signedIn;
  using progress = await startProgress(context, 'Looking at what is there');
  const say = (text: string) => progress.update(text);
  const input = await readPublishInput(extension, { ...by, signedIn });
  const { name, version, facts, problems } = input.pack;
  const of = { name, version };
  const state = await readSubmissionState({ action: 'publish', ...of }, { registry, signedIn });
  const plan = planSubmission(input, { state, registry, signedIn });
  let { pullRequest } = state;
  const isOver = plan === null || plan.pullRequest.step === 'wait';
  if (!options.dryRun && !isOver) pullRequest = await carryOut();
  const sources = { client, context, github, pullRequest };
  const stages =
    options.wait && !options.dryRun
      ? await followReceipt(of, { ...sources, registry, progress })
      : (await readReceipt(of, { ...sources, before: null })).stages;
  return {
    ...of,
    sha256: facts.sha256,
    unchanged: plan === null,
    stages,
    dryRun: options.dryRun,
    plan,
    problems: problems.map((found) =>
      found.code === 'review-required'
        ? tellReview(found, { problems, config: client.config, review: null })
        : found,
    ),
    page: `${client.config.site}/extensions/${name}/`,
    pullRequest: summarizePullRequest(pullRequest, stages),
    review: null,
  };

  async function carryOut(): Promise<PullRequest> {
    const { pack, from } = input;
    const { limits } = client.config;
    const asset =
      from.kind === 'named'
        ? from.asset
        : await ensureAsset(pack, { ...input, github, limits, say, found: from.found });
    const existing = state.pullRequest;
    const requestVerified =
      options.requestVerified || (await isBadgeRequested(pack, { existing, github }));
    return openPullRequest(submissionOf(input, { asset, requestVerified }), {
      registry,
      existing,
      signedIn,
      say,
    });
  }
}
