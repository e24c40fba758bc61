import { RegistryError } from '@orchestra/core';
import { type GitHub, readRepository, type Repository } from '@orchestra/github';

/**
 * Fetches a repository, also by a former name.
 *
 * @throws RegistryError `source-unusable` where it doesn't exist, or the account can't see it
 */
export async function requireRepository(fullName: string, github: GitHub): Promise<Repository> {
  const found = await readRepository(fullName, github);
  if (found !== null) return found;
  throw new RegistryError('source-unusable', `GitHub shows no repository ${fullName}`, {
    hint: 'Name the repository of the extension in "repository" of package.json; it must be public.',
  });
}
