import { RegistryError } from '@orchestra/core';
import type { GitHub } from '@orchestra/github';
import { readGitHubHosts } from '@orchestra/github/hosts';
import type { CommandContext } from '../command.ts';
import { findGitHubToken } from '../github/github-token.ts';
import { openOwnGitHub } from '../github/open-own-github.ts';
import { findPullRequest } from './find-pull-request.ts';
import { branchOf } from './plan-pull-request.ts';
import type { PullRequest } from './pull-request.ts';

/**
 * Finds the pull request of a publish, with or without a token.
 *
 * @throws RegistryError `github-unreachable`, `rate-limited`, `github-failed`
 */
export async function lookForPullRequest(
  of: { name: string; version: string },
  by: { registry: string; context: CommandContext },
): Promise<{ github: GitHub; pullRequest: PullRequest | null }> {
  const { registry, context } = by;
  const { api } = readGitHubHosts(context.env);
  const found = await findGitHubToken(context);
  const proposal = { registry, branch: branchOf({ action: 'publish', ...of }) };
  if (found !== null) {
    const github = openOwnGitHub({ api, token: found.token, retries: 0 }, context);
    try {
      const { data } = await github.rest.users.getAuthenticated();
      const own = await findPullRequest({ ...proposal, login: data.login }, github);
      if (own !== null) return { github, pullRequest: own };
      return { github, pullRequest: await findPullRequest({ ...proposal, login: null }, github) };
    } catch (error) {
      // public information needs no token, so that an expired one is ignored here
      if (!(error instanceof RegistryError) || error.code !== 'token-invalid') throw error;
    }
  }
  const github = openOwnGitHub({ api, token: null, retries: 0 }, context);
  return { github, pullRequest: await findPullRequest({ ...proposal, login: null }, github) };
}
