import { OwnerSchema, parseValue, RegistryError, type Submitter } from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { findChange, type GitIndex } from '@orchestra/registry';

/** The account that asked for a submission, and its pull request. */
export interface Origin {
  pullRequest: number;
  /** The commit that was merged. */
  head: string;
  submitter: Submitter;
  /** An ISO time. */
  mergedAt: string;
}

/**
 * Finds the merged pull request of a submission, and with it the account that asked. The file itself isn't
 * used for that, because its author can write anything into it.
 *
 * @throws RegistryError `not-an-owner` where no pull request brought it
 */
export async function findOrigin(
  path: string,
  context: { index: GitIndex; github: GitHub; repository: RepositoryName },
): Promise<Origin> {
  const { index, github, repository } = context;
  const head = await index.head();
  const added = await findChange(index.directory, { path, kind: 'added', head });
  if (added === null) throw unknownOrigin(path);
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repository,
    commit_sha: added.commit,
  });
  const fullName = `${repository.owner}/${repository.repo}`.toLowerCase();
  const pull = data.find(
    (one) =>
      one.merged_at !== null &&
      one.merge_commit_sha === added.commit &&
      one.base.ref === 'main' &&
      one.base.repo.full_name.toLowerCase() === fullName,
  );
  const owner = { provider: 'github', id: pull?.user?.id, login: pull?.user?.login };
  const submitter = parseValue(OwnerSchema, owner);
  if (pull === undefined || pull.merged_at === null || !submitter.ok) throw unknownOrigin(path);
  const mergedAt = new Date(pull.merged_at).toISOString();
  const { number: pullRequest, head: merged } = pull;
  return { pullRequest, head: merged.sha, submitter: submitter.value, mergedAt };
}

function unknownOrigin(path: string): RegistryError {
  return new RegistryError('not-an-owner', `No merged pull request of an account brought ${path}`, {
    hint: 'Submit by a pull request; operators publish with `registry -- publish`.',
  });
}
