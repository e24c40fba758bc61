import { type GitHub, type GitHubHints, openGitHub } from '@orchestra/github';

/** Where GitHub is, and as whom it is asked. */
export interface GitHubAccess {
  /** `https://api.github.com`, or the API of another GitHub. */
  api: string;
  /** Without one, GitHub tells what is public, sixty times an hour. */
  token: string | undefined;
  /** Told why nothing happens for a while. */
  onProgress?(text: string): void;
  /** Milliseconds before a failing server is asked again; longer each time. 1,000 where absent. */
  retryAfterMs?: number;
}

/** Opens GitHub for an operator's command: no limit is waited for longer than a minute. */
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
