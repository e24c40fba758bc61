import { isSubmissionPath } from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';
import type { Label } from '../github/keep-labels.ts';
import { belowIndex } from '../validate/below-index.ts';

/** A merged pull request whose author wasn't informed of the result yet. */
export interface Publishing {
  pullRequest: number;
  head: string;
  createdAt: string;
  /** An ISO time. */
  mergedAt: string;
  /** Path of its submission, relative to the index. */
  path: string;
  /** The commit on main that merged it. */
  mergeCommit: string;
}

const publishing: Label = 'publishing';

/**
 * Finds the merged pull requests whose authors have to be informed: those with the label that is set before a
 * merge and removed after informing them. In this way a run completes an earlier, interrupted one.
 *
 * @param also numbers of pull requests without the label, which a person merged
 */
export async function findPublishing(
  also: readonly number[],
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<Publishing[]> {
  const numbers = new Set(also);
  const asked = { ...repository, labels: publishing, state: 'closed', per_page: 100 } as const;
  for await (const { data } of github.paginate.iterator(github.rest.issues.listForRepo, asked)) {
    for (const issue of data) if (issue.pull_request !== undefined) numbers.add(issue.number);
  }
  const found: Publishing[] = [];
  for (const number of [...numbers].toSorted((left, right) => left - right)) {
    const named = { ...repository, pull_number: number };
    const { data: pull } = await github.rest.pulls.get(named);
    const { data: files } = await github.rest.pulls.listFiles(named);
    const path = files.map((file) => belowIndex(file.filename) ?? '').find(isSubmissionPath);
    const mergeCommit = pull.merge_commit_sha;
    if (pull.merged_at === null || mergeCommit === null || path === undefined) continue;
    found.push({
      pullRequest: number,
      head: pull.head.sha,
      createdAt: new Date(pull.created_at).toISOString(),
      mergedAt: new Date(pull.merged_at).toISOString(),
      path,
      mergeCommit,
    });
  }
  return found;
}
