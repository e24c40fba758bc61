import { fillFork } from '../actions/fork-repository.ts';
import type { Repository } from '../state/repository.ts';
import { type Need, requireRepository } from './access.ts';
import { GitHubError } from './github-error.ts';
import type { Call } from './route.ts';

/**
 * The repository that the path names, for its commits.
 *
 * @throws GitHubError 409 the first time that a new fork's commits are asked for, else as
 *   {@link requireRepository}
 */
export async function requireGit(call: Call, need: Partial<Need> = {}): Promise<Repository> {
  const repository = requireRepository(call, { permission: 'contents', level: 'read', ...need });
  if (repository.ready) return repository;
  await fillFork(repository);
  throw new GitHubError(409, 'Git Repository is empty.');
}

/** What changes the commits of a repository needs. */
export const toWrite = { level: 'write', role: 'write' } as const;
