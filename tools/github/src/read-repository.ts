import * as Type from 'typebox';
import { orNull } from './github-error.ts';
import type { GitHub } from './open-github.ts';
import { parseAnswer } from './parse-answer.ts';
import {
  parseRepositoryName,
  requireRepositoryName,
  type RepositoryName,
} from './repository-name.ts';

/** The fields of a repository that are used. */
export interface Repository extends RepositoryName {
  id: number;
  ownerId: number;
  /** Current `owner/name`. */
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
 * Fetches a repository, also by a former name.
 *
 * @param fullName `owner/name`
 * @returns null where it doesn't exist or isn't visible
 * @throws RegistryError `github-failed` for an unexpected response, and as {@link GitHub} does
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
