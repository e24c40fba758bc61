import { type Owner, RegistryError } from '@orchestra/core';
import { findGitHubAccount } from '@orchestra/github';
import { type GitHubAccess, openOperatorGitHub } from './open-operator-github.ts';

/**
 * Finds a GitHub account that may own extensions. @throws RegistryError `user-unknown`, and as GitHub does
 */
export async function findOwnerAccount(login: string, access: GitHubAccess): Promise<Owner> {
  const found = await findGitHubAccount(login, openOperatorGitHub(access));
  if (found !== null) return { provider: 'github', ...found };
  throw new RegistryError('user-unknown', `GitHub has no account '${login}'`, {
    hint: 'Check the login.',
  });
}
