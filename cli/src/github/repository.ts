import { RegistryError } from '@orchestra/core';
import { type GitHub } from './open-github.ts';
import { orNull } from './github-error.ts';

/** `owner/name`, as GitHub's API takes it. */
export type RepositoryName = { owner: string; repo: string };

/** Splits `owner/name`. */
export function splitRepository(fullName: string): RepositoryName {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}

/** What is known of a repository. */
export interface Repository extends RepositoryName {
  id: number;
  ownerId: number;
  /** `owner/name`, as it is called now. */
  fullName: string;
  isPrivate: boolean;
  mayPush: boolean;
  defaultBranch: string;
}

/**
 * Reads a repository, also under a name that it had before.
 *
 * @throws RegistryError `source-unusable` where there is none, or the account can't see it
 */
export async function readRepository(fullName: string, github: GitHub): Promise<Repository> {
  const found = await orNull(github.rest.repos.get(splitRepository(fullName)));
  if (found === null) {
    throw new RegistryError('source-unusable', `GitHub shows no repository ${fullName}`, {
      hint: 'Name the repository of the extension in "repository" of package.json; it must be public.',
    });
  }
  const { data } = found;
  return {
    ...splitRepository(data.full_name),
    id: data.id,
    ownerId: data.owner.id,
    fullName: data.full_name,
    isPrivate: data.private,
    mayPush: data.permissions?.push === true,
    defaultBranch: data.default_branch,
  };
}
