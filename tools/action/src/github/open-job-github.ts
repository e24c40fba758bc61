import { type GitHub, type GitHubHints, openGitHub } from '@orchestra/github';

/** How a job reaches GitHub. */
export interface JobGitHubOptions {
  /** `GITHUB_API_URL`: `https://api.github.com`. */
  api: string;
  token: string;
  fetch: typeof fetch;
  /** Told what is waited for. */
  log(text: string): void;
  /** Milliseconds before a failing server is asked again; longer each time. 1,000 where absent. */
  retryAfterMs?: number;
}

/** Opens GitHub for a job: it has time, but what takes more than five minutes is left to the next run. */
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
