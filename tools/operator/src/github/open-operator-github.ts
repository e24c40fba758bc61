import { type GitHub, type GitHubHints, openGitHub } from '@orchestra/github';

/** URL of GitHub, and a token. */
export interface GitHubAccess {
  /** `https://api.github.com`, or the API of a GitHub server. */
  api: string;
  /** Token; without one, only public data is readable, with sixty requests per hour. */
  token: string | undefined;
  /** Called with what is waited for. */
  onProgress?(text: string): void;
  /** Milliseconds before the first retry after a server error; longer each time. 1,000 by default. */
  retryAfterMs?: number;
}

/** Opens GitHub for a command. Rate limits are waited for at most a minute. */
export function openOperatorGitHub({
  api,
  token,
  onProgress,
  retryAfterMs = 1000,
}: GitHubAccess): GitHub {
  return openGitHub({
    api,
    token: token ?? null,
    userAgent: 'orchestra-registry',
    fetch,
    hints,
    retryAfterMs,
    limits: {
      longestMs: 60_000,
      onWait(ms) {
        onProgress?.(`GitHub's rate limit is reached: waiting ${Math.ceil(ms / 1000)} s`);
      },
    },
  });
}

const hints: GitHubHints = {
  unavailable: 'Check the connection and https://www.githubstatus.com, then try again.',
  limited: 'Try again then, or set ORCHESTRA_GITHUB_TOKEN, which may ask more.',
  badToken:
    'Set ORCHESTRA_GITHUB_TOKEN to one that is valid, or to none: what is public needs none.',
  forbidden: (needed) =>
    `See whether ORCHESTRA_GITHUB_TOKEN may read the repository${needed === null ? '.' : `: it takes ${needed}.`}`,
};
