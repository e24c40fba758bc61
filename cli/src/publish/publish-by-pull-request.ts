import type { Config } from '@orchestra/core';
import type { Sound } from '../author/read-own.ts';
import type { CommandContext } from '../command.ts';
import { connectGitHub } from '../github/connect-github.ts';
import { isBadgeRequested } from '../pull-request/is-badge-requested.ts';
import { openPullRequest } from '../pull-request/open-pull-request.ts';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { readStanding } from '../pull-request/read-standing.ts';
import { followReceipt } from '../receipt/follow-receipt.ts';
import { readReceipt } from '../receipt/read-receipt.ts';
import { tellPullRequest } from '../receipt/told-pull-request.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { ensureAsset } from '../release/ensure-asset.ts';
import { startProgress } from '../render/progress.ts';
import { planSubmission, submissionOf } from './plan-submission.ts';
import type { PublishOptions, PublishResult } from './publish-result.ts';
import { readPublishInput } from './read-publish-input.ts';

/** What a publish by pull request works with. */
export interface PublishByPullRequest {
  door: Extract<Config['publish'], { via: 'pull-request' }>;
  client: RegistryClient;
  options: PublishOptions;
  context: CommandContext;
}

/**
 * Publishes at a registry that takes pull requests: a release with the package in the author's
 * repository, then a pull request with a submission that names it. What is there already is reused, so
 * that it may be run again at any time.
 *
 * @param own null where there is no folder, but an asset
 */
export async function publishByPullRequest(
  own: Sound | null,
  by: PublishByPullRequest,
): Promise<PublishResult> {
  const { client, options, context } = by;
  const { repository: registry, clientId } = by.door;
  const why = `publish at ${registry} by a pull request in your name`;
  const signedIn = await connectGitHub({ clientId, why }, context);
  const { github } = signedIn;
  using progress = await startProgress(context, 'Looking at what is there');
  const say = (text: string) => progress.update(text);
  const input = await readPublishInput(own, { ...by, signedIn });
  const { name, version, facts, problems } = input.pack;
  const of = { name, version };
  const standing = await readStanding({ action: 'publish', ...of }, { registry, signedIn });
  const plan = planSubmission(input, { standing, registry, signedIn });
  let { pullRequest } = standing;
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
    problems,
    page: `${client.config.site}/extensions/${name}/`,
    pullRequest: tellPullRequest(pullRequest, stages),
  };

  async function carryOut(): Promise<PullRequest> {
    const { pack, from } = input;
    const { limits } = client.config;
    const asset =
      from.kind === 'named'
        ? from.asset
        : await ensureAsset(pack, { ...input, github, limits, say, found: from.found });
    const existing = standing.pullRequest;
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
