import * as Type from 'typebox';
import { orNull } from './github-error.ts';
import type { GitHub } from './open-github.ts';
import { parseAnswer } from './parse-answer.ts';
import {
  parseRepositoryName,
  requireRepositoryName,
  type RepositoryName,
} from './repository-name.ts';

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

const RepositorySchema = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  full_name: Type.String(),
  owner: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
  private: Type.Boolean(),
  permissions: Type.Optional(Type.Object({ push: Type.Optional(Type.Boolean()) })),
  default_branch: Type.String(),
});

/**
 * Reads a repository, also under a name that it had before.
 *
 * @param fullName `owner/name`
 * @returns null where there is none, or none that may be seen
 * @throws RegistryError `github-failed` for an answer that isn't known, and as {@link GitHub} does
 */
export async function readRepository(fullName: string, github: GitHub): Promise<Repository | null> {
  const name = parseRepositoryName(fullName);
  const found = name === null ? null : await orNull(github.rest.repos.get(name));
  if (found === null) return null;
  const told = parseAnswer(RepositorySchema, found);
  return {
    ...requireRepositoryName(told.full_name),
    id: told.id,
    ownerId: told.owner.id,
    fullName: told.full_name,
    isPrivate: told.private,
    mayPush: told.permissions?.push === true,
    defaultBranch: told.default_branch,
  };
}
