import { Octokit } from 'octokit';
import type { CommandContext } from '../command.ts';
import { cliVersion } from '../version.ts';
import type { GitHubHosts } from './github-hosts.ts';
import { githubError } from './github-error.ts';
import { waitForLimit } from './wait-for-limit.ts';

/** GitHub's API, with errors told as ours; only what callers answer (404, 409, 422) stays a RequestError. */
export type GitHub = Octokit;

/** How to open it. */
export interface OpenGitHubOptions {
  hosts: GitHubHosts;
  /** Null reads what is public. */
  token: string | null;
  /** How often a failing server is asked again. */
  retries?: number;
}

/** Opens GitHub's API. Every request waits out a short rate limit, and none waits longer than a minute. */
export function openGitHub(
  { hosts, token, retries = 3 }: OpenGitHubOptions,
  context: CommandContext,
): GitHub {
  const github = new Octokit({
    ...(token === null ? {} : { auth: token }),
    baseUrl: hosts.api,
    userAgent: `orchestra-ext/${cliVersion}`,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { enabled: false }, // it spaces every write by a second or three
    retry: {
      enabled: retries > 0,
      retries,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
    },
    request: {
      fetch: (input: string, init: RequestInit) =>
        context.fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
  github.hook.wrap('request', async (send, options) => {
    try {
      return await waitForLimit(async () => send(options), context);
    } catch (error) {
      throw githubError(error, { hosts });
    }
  });
  return github;
}

const timeoutMs = 60_000;
