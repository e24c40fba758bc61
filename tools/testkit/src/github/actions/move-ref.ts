import { tell } from '../events/tell.ts';
import type { Cause } from '../events/cause.ts';
import { isAncestor, listCommits } from '../git/list-commits.ts';
import { noObject } from '../git/refs.ts';
import type { World } from '../state/world.ts';
import { repositoryPage } from '../views/to-repository.ts';
import { refreshPulls } from './refresh-pulls.ts';

/** A ref that was set, made or removed. */
export interface RefMove {
  name: string;
  /** Null where it wasn't there. */
  before: string | null;
  /** Null where it is gone. */
  after: string | null;
}

/** Does what GitHub does once a ref has moved: tells of the push, and moves the pull requests from it. */
export async function followRefMove(world: World, cause: Cause, move: RefMove): Promise<void> {
  const { repository, account } = cause;
  const { name, before, after } = move;
  repository.pushedAt = world.now();
  const page = repositoryPage(world, repository);
  const commits = await listNewCommits(repository.directory, move);
  const described = commits.map((commit) => ({
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.author.date,
    url: `${page}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    added: [],
    removed: [],
    modified: [],
  }));
  const forced =
    before !== null && after !== null && !(await isAncestor(repository.directory, before, after));
  tell(world, cause, 'push', {
    ref: name,
    before: before ?? noObject,
    after: after ?? noObject,
    created: before === null,
    deleted: after === null,
    forced,
    base_ref: null,
    compare: `${page}/compare/${before ?? noObject}...${after ?? noObject}`,
    commits: described,
    head_commit: described.at(-1) ?? null,
    pusher: { name: account.login },
  });
  await refreshPulls(world, cause);
}

/** What a push brought, the oldest first; at most as many as GitHub tells. */
async function listNewCommits(directory: string, { before, after }: RefMove) {
  if (after === null) return [];
  const range = before === null ? { to: after, most: 1 } : { from: [before], to: after, most: 20 };
  return (await listCommits(directory, range)).toReversed();
}
