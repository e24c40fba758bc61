import { RegistryError } from '@orchestra/core';
import type { GitHub, GitHubAccount } from '@orchestra/github';
import { readGitHubHosts } from '@orchestra/github/hosts';
import type { CommandContext } from '../command.ts';
import { findGitHubToken, forgetGitHubToken, keepGitHubToken } from './github-token.ts';
import { openOwnGitHub, tokenHint } from './open-own-github.ts';
import { signInGitHub, type SignInReason } from './sign-in-github.ts';

/** A connection to GitHub and its account. */
export interface SignedIn {
  github: GitHub;
  account: GitHubAccount;
}

/**
 * Connects to GitHub with a token that may open pull requests; asks for a token where there is none.
 *
 * @throws RegistryError `token-missing`, `token-invalid`, `scope-missing`, `github-unreachable`
 */
export async function connectGitHub(
  reason: SignInReason,
  context: CommandContext,
): Promise<SignedIn> {
  const { api, web } = readGitHubHosts(context.env);
  const found = await findGitHubToken(context);
  const enter = (token: string) => useToken(token, { api, context });
  if (found !== null) {
    try {
      return await enter(found.token);
    } catch (error) {
      const isOver = error instanceof RegistryError && error.code === 'token-invalid';
      if (found.isGiven || !isOver) throw error;
      await forgetGitHubToken(context);
    }
  }
  const pages = openOwnGitHub({ api: web, token: null }, context);
  const token = await signInGitHub(reason, { github: pages, context });
  const signedIn = await enter(token);
  await keepGitHubToken({ token, login: signedIn.account.login }, context);
  return signedIn;
}

async function useToken(
  token: string,
  { api, context }: { api: string; context: CommandContext },
): Promise<SignedIn> {
  requireKind(token);
  const github = openOwnGitHub({ api, token }, context);
  const { data, headers } = await github.rest.users.getAuthenticated();
  requireScope(String(headers['x-oauth-scopes'] ?? ''));
  return { github, account: { id: data.id, login: data.login } };
}

/** Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
const otherKinds: Record<string, string> = {
  github_pat_: 'a fine-grained token',
  ghs_: "a workflow's GITHUB_TOKEN, or a token of an app's installation",
  ghu_: 'a token that an app has for its user',
  ghr_: 'a token that only renews others',
};

function requireKind(token: string): void {
  const kind = Object.entries(otherKinds).find(([prefix]) => token.startsWith(prefix))?.[1];
  if (kind === undefined) return;
  throw new RegistryError(
    'scope-missing',
    `The token is ${kind}: it can't open a pull request at a registry`,
    { hint: tokenHint },
  );
}

function requireScope(listed: string): void {
  const scopes = new Set(listed.split(',').map((scope) => scope.trim()));
  if (scopes.has('public_repo') || scopes.has('repo')) return;
  const found = listed.trim() === '' ? 'no scope' : listed;
  throw new RegistryError(
    'scope-missing',
    `Expected a token with the scope public_repo; found one with ${found}`,
    { hint: tokenHint },
  );
}
