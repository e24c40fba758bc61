import { RegistryError } from '@orchestra/core';
import {
  type GitHub,
  isAnswer,
  orNull,
  readRepositoryFile,
  repeatable,
  requireRepositoryName,
} from '@orchestra/github';
import type { Fork } from './ensure-fork.ts';
import type { PullRequestPlan } from './plan-pull-request.ts';

/**
 * Creates the branch of a submission: one commit with one file. The branch moves only once the commit is
 * complete, and not at all where it already has the same content.
 *
 * @param to.isAnew true where the branch's content was merged earlier, so that it starts anew
 * @throws RegistryError `github-failed` where the fork's own main has such a file
 */
export async function pushSubmission(
  plan: PullRequestPlan,
  to: { fork: Fork; github: GitHub; isAnew: boolean },
): Promise<void> {
  const { fork, github, isAnew } = to;
  const repository = fork.fullName;
  const where = requireRepositoryName(repository);
  const ref = `heads/${plan.branch}`;
  const branch = await orNull(github.rest.git.getRef({ ...where, ref }));
  const head = branch?.data.object.sha;
  if (head !== undefined && !isAnew && (await carries(plan, { repository, head, github }))) return;
  const before = { repository, path: plan.path, ref: fork.base.commit };
  if ((await readRepositoryFile(before, github)) !== null) {
    throw new RegistryError('github-failed', `${repository} has ${plan.path} on its own main`, {
      hint: 'Bring the fork up to date ("Sync fork" on its page), then run the same command again.',
    });
  }
  const sha = await commitFile(plan, to);
  if (head === undefined) {
    try {
      await github.rest.git.createRef({
        ...where,
        ref: `refs/${ref}`,
        sha,
        request: repeatable,
      });
      return;
    } catch (error) {
      if (!isAnswer(error, 422)) throw error; // another process made it meanwhile
    }
  }
  await github.rest.git.updateRef({ ...where, ref, sha, force: true });
}

/** True where a commit has the same content as a new one would have. */
export async function carries(
  plan: PullRequestPlan,
  at: { repository: string; head: string; github: GitHub },
): Promise<boolean> {
  const { repository, head, github } = at;
  const where = requireRepositoryName(repository);
  const found = await orNull(github.rest.git.getCommit({ ...where, commit_sha: head }));
  const parents = found?.data.parents ?? [];
  if (parents.length !== 1 || found?.data.author.email !== plan.author.email) return false;
  return (
    (await readRepositoryFile({ repository, path: plan.path, ref: head }, github)) === plan.content
  );
}

async function commitFile(
  plan: PullRequestPlan,
  { fork, github }: { fork: Fork; github: GitHub },
): Promise<string> {
  const where = requireRepositoryName(fork.fullName);
  const tree = await github.rest.git.createTree({
    ...where,
    base_tree: fork.base.tree,
    tree: [{ path: plan.path, mode: '100644', type: 'blob', content: plan.content }],
    request: repeatable,
  });
  const commit = await github.rest.git.createCommit({
    ...where,
    message: plan.title,
    tree: tree.data.sha,
    parents: [fork.base.commit],
    author: plan.author,
    committer: plan.author,
    request: repeatable,
  });
  return commit.data.sha;
}
