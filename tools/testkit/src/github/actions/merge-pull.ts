import type { Cause } from '../events/cause.ts';
import { tellPull } from '../events/tell-pull.ts';
import { countCommits } from '../git/list-commits.ts';
import { mergeTree } from '../git/merge-tree.ts';
import { readCommit, type Signature } from '../git/read-commit.ts';
import { rebaseCommits } from '../git/rebase-commits.ts';
import { readRef, updateRef } from '../git/refs.ts';
import { writeCommit } from '../git/write-commit.ts';
import { GitHubError } from '../http/github-error.ts';
import type { Account } from '../state/account.ts';
import type { Pull } from '../state/pull.ts';
import type { World } from '../state/world.ts';
import { followRefMove } from './move-ref.ts';

/** How commits of a pull request get to its base. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Who commits what is merged on the site. */
const web = { name: 'GitHub', email: 'noreply@github.com' };

/**
 * Merges a pull request.
 *
 * @param how.sha what its head must be
 * @throws GitHubError 405 where it can't be merged, 409 where its head is another
 */
export async function mergePull(
  world: World,
  cause: Omit<Cause, 'repository'>,
  how: { pull: Pull; method: MergeMethod; sha?: string; title?: string; message?: string },
): Promise<string> {
  const { pull, sha } = how;
  const { directory } = pull.repository;
  if (pull.state === 'closed' || pull.draft) throw notMergeable();
  if (sha !== undefined && sha !== pull.head.sha) {
    throw new GitHubError(409, 'Head branch was modified. Review and try the merge again.');
  }
  const name = `refs/heads/${pull.base.branch}`;
  const before = await readRef(directory, name);
  if (before === null) throw notMergeable();
  const after = await writeMerge(world, cause.account, { ...how, base: before });
  if (after === null || pull.merged !== null) throw notMergeable();
  if (!(await updateRef(directory, { name, before, after }))) {
    throw new GitHubError(405, 'Base branch was modified. Review and try the merge again.');
  }
  pull.state = 'closed';
  pull.closedAt = world.now();
  pull.updatedAt = world.now();
  pull.merged = { at: world.now(), by: cause.account, commit: after };
  await followRefMove(world, { ...cause, repository: pull.repository }, { name, before, after });
  await tellPull(world, cause, { pull, action: 'closed' });
  return after;
}

async function writeMerge(
  world: World,
  merger: Account,
  how: { pull: Pull; method: MergeMethod; base: string; title?: string; message?: string },
): Promise<string | null> {
  const { pull, method, base } = how;
  const { directory } = pull.repository;
  const committer = { ...web, date: world.now() };
  const ends = { from: base, to: pull.head.sha };
  if (method === 'rebase')
    return rebaseCommits(directory, { ...ends, committer, folder: world.nextFile() });
  const tree = await mergeTree(directory, base, pull.head.sha);
  if (tree === null) return null;
  const squash = method === 'squash';
  const title = how.title ?? titleOf(pull, squash);
  const message = how.message ?? (squash ? '' : pull.title);
  return writeCommit(directory, {
    tree,
    parents: squash ? [base] : [base, pull.head.sha],
    message: message === '' ? title : `${title}\n\n${message}`,
    author: squash ? await squashAuthor(world, pull) : signature(world, merger),
    committer,
  });
}

function titleOf({ title, number, head }: Pull, squash: boolean): string {
  if (squash) return `${title} (#${number})`;
  return `Merge pull request #${number} from ${head.repository.owner.login}/${head.branch}`;
}

/** The author of a single commit stays it; several are squashed to one of who asked. */
async function squashAuthor(world: World, pull: Pull): Promise<Signature> {
  const { repository, base, head, author } = pull;
  const ends = { from: base.sha, to: head.sha };
  const commit = await readCommit(repository.directory, head.sha);
  const single = (await countCommits(repository.directory, ends)) === 1;
  return single && commit !== null ? commit.author : signature(world, author);
}

function signature(world: World, { login, email }: Account): Signature {
  return { name: login, email, date: world.now() };
}

function notMergeable(): GitHubError {
  return new GitHubError(405, 'Pull Request is not mergeable');
}
