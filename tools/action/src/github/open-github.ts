import { Octokit } from 'octokit';
import { githubError } from './github-error.ts';
import { waitForLimit } from './wait-for-limit.ts';

/** GitHub's API, with errors told as ours; only what callers answer (404, 405, 409, 422) stays a RequestError. */
export type GitHub = Octokit;

/** How a job reaches GitHub. */
export interface GitHubOptions {
  /** `GITHUB_API_URL`: `https://api.github.com`. */
  api: string;
  token: string;
  fetch: typeof fetch;
  /** Told what is waited for. */
  log(text: string): void;
  /** Milliseconds before a failing server is asked again; longer each time. 1,000 where absent. */
  retryAfterMs?: number;
}

/**
 * Opens GitHub's API. A server that fails is asked again three times, a rate limit is waited for within
 * bounds, and no request takes longer than a minute.
 */
export function openGitHub({ api, token, fetch, log, ...options }: GitHubOptions): GitHub {
  const github = new Octokit({
    auth: token,
    baseUrl: api,
    userAgent: 'orchestra-registry',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { enabled: false }, // it spaces every write by a second or three
    retry: { retryAfterBaseValue: options.retryAfterMs ?? 1000, doNotRetry },
    request: {
      fetch: (input: string, init: RequestInit) =>
        fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
  github.hook.wrap('request', async (send, request) => {
    try {
      return await waitForLimit(async () => send(request), { log });
    } catch (error) {
      throw githubError(error, { url: request.url });
    }
  });
  return github;
}

const timeoutMs = 60_000;
/** Answers that a second question would not change. */
const doNotRetry = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];
