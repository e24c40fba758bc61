import { RegistryError } from '@orchestra/core';
import { isAnswer, repeatable, type Repository, requireRepositoryName } from '@orchestra/github';
import { setTimeout } from 'node:timers/promises';
import type { SignedIn } from '../github/connect-github.ts';
import { requireRepository } from '../github/require-repository.ts';

/** The repository that gets the branch, and the commit that the branch starts from. */
export interface Fork extends Repository {
  base: { commit: string; tree: string };
}

/**
 * Finds the account's fork of the registry, or creates it; an account that owns the registry uses that
 * itself. For a repeated request GitHub returns the existing fork.
 *
 * The branch starts from the commit that fork and registry have in common. A fork that is behind is fine,
 * because the change only adds a file, and updating it would need the scope `workflow`.
 *
 * @throws RegistryError `github-failed` where the fork isn't ready in time
 */
export async function ensureFork(registry: Repository, signedIn: SignedIn): Promise<Fork> {
  const { github, account } = signedIn;
  const owns = registry.ownerId === account.id;
  const fork = owns ? registry : await requestFork(registry, signedIn);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await github.rest.repos.compareCommitsWithBasehead({
        ...requireRepositoryName(registry.fullName),
        basehead: `${registry.defaultBranch}...${fork.owner}:${fork.defaultBranch}`,
        per_page: 1,
      });
      const { sha, commit } = data.merge_base_commit;
      return { ...fork, base: { commit: sha, tree: commit.tree.sha } };
    } catch (error) {
      // a new fork answers before its commits are copied, which GitHub says may take five minutes
      const isEmpty = isAnswer(error, 404) || isAnswer(error, 409);
      if (!isEmpty || attempt === attempts) throw isEmpty ? notReady(fork, error) : error;
      await setTimeout(Math.min(1000 * attempt, 10_000));
    }
  }
}

const attempts = 24;

async function requestFork(registry: Repository, { github }: SignedIn): Promise<Repository> {
  const { data } = await github.rest.repos.createFork({
    owner: registry.owner,
    repo: registry.repo,
    default_branch_only: true,
    request: repeatable,
  });
  return requireRepository(data.full_name, github);
}

function notReady(fork: Repository, cause: unknown): RegistryError {
  return new RegistryError('github-failed', `The fork ${fork.fullName} isn't ready yet`, {
    hint: 'GitHub takes a few minutes: run the same command again, it goes on where it stopped.',
    cause,
  });
}
