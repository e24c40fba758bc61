import { type GitHub, type GitHubOptions, openGitHub } from '../src/open-github.ts';

/** Opens GitHub's API for a test: it waits for nothing long. */
export function openTestGitHub(
  api: string,
  options: Partial<GitHubOptions> & { waits?: number[] } = {},
): GitHub {
  return openGitHub({
    api,
    token: 't',
    userAgent: 'test',
    fetch,
    hints: {
      unavailable: 'Try again.',
      limited: 'Wait.',
      badToken: 'Take another token.',
      forbidden: (needed) => `It takes ${needed ?? 'nothing that is told'}.`,
    },
    limits: { longestMs: 2000, onWait: (ms) => void options.waits?.push(ms) },
    retryAfterMs: 1,
    ...options,
  });
}
