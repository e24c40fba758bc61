import { RegistryError, type Source } from '@orchestra/core';
import { parseRepositoryName, readRepository } from '@orchestra/github';
import { type GitHubAccess, openOperatorGitHub } from './open-operator-github.ts';

/**
 * Finds a public GitHub repository, also by a former name.
 *
 * @param repository `owner/name`
 * @throws RegistryError `usage` for an invalid name or a private repository; `not-found`
 */
export async function findPublicRepository(
  repository: string,
  access: GitHubAccess,
): Promise<Source> {
  if (parseRepositoryName(repository) === null) {
    throw new RegistryError('usage', `'${repository}' is no repository of GitHub`, {
      hint: 'Name it as OWNER/NAME.',
    });
  }
  const found = await readRepository(repository, openOperatorGitHub(access));
  if (found === null) {
    throw new RegistryError('not-found', `GitHub has no public repository ${repository}`, {
      hint: 'Check its name, and that everybody may see it.',
    });
  }
  if (found.isPrivate) {
    throw new RegistryError('usage', `${found.fullName} is private`, {
      hint: 'Extensions are published from public repositories only.',
    });
  }
  return { repositoryId: found.id, repository: found.fullName };
}
