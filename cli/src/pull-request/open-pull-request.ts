import { RegistryError, type Submission } from '@orchestra/core';
import { type GitHub, isAnswer, repeatable, requireRepositoryName } from '@orchestra/github';
import type { SignedIn } from '../github/connect-github.ts';
import { requireRepository } from '../github/require-repository.ts';
import { ensureFork } from './ensure-fork.ts';
import { findPullRequest } from './find-pull-request.ts';
import { planPullRequest, type PullRequestPlan } from './plan-pull-request.ts';
import { type PullRequest, toPullRequest } from './pull-request.ts';
import { carries, pushSubmission } from './push-submission.ts';

/** A pull request, and whether it existed before. */
export interface OpenedPullRequest extends PullRequest {
  isNew: boolean;
}

/**
 * Opens the pull request of a submission, or continues with an open one. However often it runs, there is only
 * one.
 *
 * @param to.registry `owner/name` of the registry's repository
 * @param to.existing the pull request found before
 */
export async function openPullRequest(
  submission: Submission,
  to: {
    registry: string;
    existing: PullRequest | null;
    signedIn: SignedIn;
    say(text: string): void;
  },
): Promise<OpenedPullRequest> {
  const { signedIn, say, existing } = to;
  const { github, account } = signedIn;
  const plan = planPullRequest(submission, account);
  if (existing !== null && (await isSame(plan, { existing, github }))) {
    return { ...existing, isNew: false };
  }
  const registry = await requireRepository(to.registry, github);
  say(`Forking ${registry.fullName}`);
  const fork = await ensureFork(registry, signedIn);
  say(`Committing to ${fork.fullName}`);
  const isAnew = existing !== null && existing.state !== 'open';
  await pushSubmission(plan, { fork, github, isAnew });
  if (existing?.state === 'open') return { ...existing, isNew: false };
  say('Opening the pull request');
  const where = requireRepositoryName(registry.fullName);
  const head = `${fork.owner}:${plan.branch}`;
  try {
    const { data } = await github.rest.pulls.create({
      ...where,
      base: registry.defaultBranch,
      head,
      title: plan.title,
      body: plan.body,
      maintainer_can_modify: false,
      request: repeatable,
    });
    return { ...toPullRequest(data), isNew: true };
  } catch (error) {
    // the response of an earlier try may be lost, or another process was faster
    const proposal = { registry: to.registry, login: fork.owner, branch: plan.branch };
    const found = isAnswer(error, 422) ? await findPullRequest(proposal, github) : null;
    if (found?.state === 'open') return { ...found, isNew: false };
    throw isAnswer(error, 422) ? refused(error.message, error) : error;
  }
}

/** True where the open pull request already has the planned content. */
async function isSame(
  plan: PullRequestPlan,
  { existing, github }: { existing: PullRequest; github: GitHub },
): Promise<boolean> {
  const { repository, sha: head } = existing.head;
  if (existing.state !== 'open' || repository === null) return false;
  return carries(plan, { repository, head, github });
}

function refused(said: string, cause: unknown): RegistryError {
  return new RegistryError('github-failed', `GitHub does not open the pull request: ${said}`, {
    hint: 'Run the same command again: it goes on where it stopped.',
    cause,
  });
}
