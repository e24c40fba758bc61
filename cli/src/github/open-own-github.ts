import { type GitHub, type GitHubHints, openGitHub } from '@orchestra/github';
import type { CommandContext } from '../command.ts';
import { note } from '../render/note.ts';
import { cliVersion } from '../version.ts';

/** Address and token of a connection to GitHub. */
export interface OwnGitHubOptions {
  /** Base URL of GitHub's API, or of its website. */
  api: string;
  /** Null for public access only. */
  token: string | null;
  /** How often to retry after a server error; three times by default. */
  retries?: number;
}

/** Opens GitHub for a command. A person waits, so that rate limits are waited for at most a minute. */
export function openOwnGitHub(options: OwnGitHubOptions, context: CommandContext): GitHub {
  return openGitHub({
    ...options,
    userAgent: `orchestra-ext/${cliVersion}`,
    fetch: context.fetch,
    hints,
    limits: {
      longestMs: 60_000,
      onWait(ms) {
        note(`GitHub's rate limit is reached: waiting ${Math.ceil(ms / 1000)} s`, context);
      },
    },
  });
}

const hints: GitHubHints = {
  unavailable: 'Check the network. Run the same command again: it goes on where it stopped.',
  limited: 'Run the same command again then: it goes on where it stopped.',
  badToken: 'It may have ended. Set another ORCHESTRA_GITHUB_TOKEN, or unset it to sign in anew.',
  forbidden: (needed) => (needed === null ? tokenHint : `It takes ${needed}. ${tokenHint}`),
};

/** Says which kind of token can publish. */
export const tokenHint =
  'Publishing needs a classic token with the scope public_repo in ORCHESTRA_GITHUB_TOKEN, or unset it and sign in when asked. A fine-grained token and the GITHUB_TOKEN of a workflow reach their own repositories alone.';
