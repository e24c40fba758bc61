import { RegistryError, type Source } from '@orchestra/core';
import * as Type from 'typebox';
import { askGitHub, type GitHubAccess } from './ask-github.ts';

const RepositorySchema = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  full_name: Type.String({ pattern: '^[^/\\s]+/[^/\\s]+$' }),
  private: Type.Boolean(),
});

/**
 * Finds a public repository of GitHub, also by a name that it had before.
 *
 * @param repository `owner/name`
 * @throws RegistryError `usage` for what is no name, or is private; `not-found`
 */
export async function findRepository(repository: string, access: GitHubAccess): Promise<Source> {
  if (!/^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) {
    throw new RegistryError('usage', `'${repository}' is no repository of GitHub`, {
      hint: 'Name it as OWNER/NAME.',
    });
  }
  const found = await askGitHub({ schema: RepositorySchema, path: `/repos/${repository}` }, access);
  if (found === null) {
    throw new RegistryError('not-found', `GitHub has no public repository ${repository}`, {
      hint: 'Check its name, and that everybody may see it.',
    });
  }
  if (found.private) {
    throw new RegistryError('usage', `${found.full_name} is private`, {
      hint: 'Extensions are published from public repositories only.',
    });
  }
  return { repositoryId: found.id, repository: found.full_name };
}
