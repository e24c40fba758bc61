import type { GitHubHints, GitHubOptions } from '@orchestra/github';

/** Settings for reaching the local GitHub of a rehearsal, without rate limits and waiting. */
export function reachGitHub(api: string): Omit<GitHubOptions, 'token'> {
  const hints: GitHubHints = {
    unavailable: 'The GitHub of the rehearsal is gone.',
    limited: 'The GitHub of the rehearsal limits nobody.',
    badToken: 'Begin the rehearsal anew.',
    forbidden: () => 'Look at the permissions that the workflow asks for.',
  };
  const limits = { longestMs: 0, onWait() {} };
  return { api, userAgent: 'orchestra-rehearse', fetch, hints, limits };
}
