import { RegistryError } from '@orchestra/core';
import { plain } from '@orchestra/terminal';
import { RequestError } from 'octokit';
import type { GitHubHosts } from './github-hosts.ts';
import { limitResets } from './wait-for-limit.ts';

/** Statuses that mean something to whoever asked. */
const answers = new Set([304, 404, 409, 422]);

/** What GitHub's answer means, as an error of ours; an answer that the caller must read is left as it is. */
export function githubError(error: unknown, { hosts }: { hosts: GitHubHosts }): unknown {
  if (!(error instanceof RequestError) || answers.has(error.status)) return error;
  const host = new URL(hosts.api).host;
  const { response } = error;
  if (response === undefined) {
    return new RegistryError(
      'github-unreachable',
      `${host} can't be reached: ${plain(error.message)}`,
      {
        hint: 'Check the network. Run the same command again: it goes on where it stopped.',
        cause: error,
      },
    );
  }
  const said = plain(error.message).slice(0, 300);
  if (error.status === 401) {
    return new RegistryError('token-invalid', `${host} does not take the token: ${said}`, {
      hint: 'It may have ended. Set another ORCHESTRA_GITHUB_TOKEN, or unset it to sign in anew.',
      cause: error,
    });
  }
  const resets = limitResets(error, new Date(response.headers.date ?? Date.now()));
  if (resets !== null) {
    return new RegistryError(
      'rate-limited',
      `GitHub's rate limit is reached until ${resets.toISOString()}`,
      { hint: 'Run the same command again then: it goes on where it stopped.', cause: error },
    );
  }
  if (error.status === 403) {
    const needed = String(response.headers['x-accepted-oauth-scopes'] ?? '');
    const scope = needed === '' ? '' : ` (it takes: ${plain(needed)})`;
    return new RegistryError('scope-missing', `The token may not do this: ${said}${scope}`, {
      hint: tokenHint,
      cause: error,
    });
  }
  return new RegistryError('github-failed', `${host} answers ${error.status}: ${said}`, {
    hint: 'Run the same command again: it goes on where it stopped.',
    cause: error,
  });
}

/** Which token can publish. */
export const tokenHint =
  'Publishing needs a classic token with the scope public_repo in ORCHESTRA_GITHUB_TOKEN, or unset it and sign in when asked. A fine-grained token and the GITHUB_TOKEN of a workflow reach their own repositories alone.';

/** The answer, or null where there is none (404). */
export async function orNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (isAnswer(error, 404)) return null;
    throw error;
  }
}

/** Says whether an error is an answer of GitHub's with this status. */
export function isAnswer(error: unknown, status: 404 | 409 | 422): error is RequestError {
  return error instanceof RequestError && error.status === status;
}
