import { type GitHub, type GitHubHints, openGitHub } from '@orchestra/github';

/** Settings for reaching GitHub from a job. */
export interface JobGitHubOptions {
  /** Value of `GITHUB_API_URL`: `https://api.github.com`. */
  api: string;
  token: string;
  fetch: typeof fetch;
  /** Called with what is waited for. */
  log(text: string): void;
  /** Milliseconds before the first retry after a server error; longer each time. 1,000 by default. */
  retryAfterMs?: number;
}

/**
 * Opens GitHub for a job. It waits up to five minutes for rate limits; longer waits are left to the next run.
 */
export function openJobGitHub({ log, ...options }: JobGitHubOptions): GitHub {
  return openGitHub({
    ...options,
    userAgent: 'orchestra-registry',
    hints,
    limits: {
      longestMs: 5 * 60_000,
      onWait(ms) {
        log(`GitHub's rate limit is reached: waiting ${Math.ceil(ms / 1000)} s`);
      },
    },
  });
}

const hints: GitHubHints = {
  unavailable: 'The next run tries again.',
  limited: 'The next run tries again.',
  badToken: 'A token of an App lasts an hour: run the job again.',
  forbidden: (needed) => `It needs the permission ${needed ?? 'unknown'}.`,
};
