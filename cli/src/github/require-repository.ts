import { RegistryError } from '@orchestra/core';
import { type GitHub, readRepository, type Repository } from '@orchestra/github';

/**
 * Reads a repository that must be there, also under a name that it had before.
 *
 * @throws RegistryError `source-unusable` where there is none, or the account can't see it
 */
export async function requireRepository(fullName: string, github: GitHub): Promise<Repository> {
  const found = await readRepository(fullName, github);
  if (found !== null) return found;
  throw new RegistryError('source-unusable', `GitHub shows no repository ${fullName}`, {
    hint: 'Name the repository of the extension in "repository" of package.json; it must be public.',
  });
}
