import type { Commit } from '../git/read-commit.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';
import { toUser } from './to-user.ts';

const verification = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit and the repository that has it. */
export interface CommitOf {
  repository: Repository;
  commit: Commit;
}

/** A commit as the git database tells it. */
export function toGitCommit(world: World, { repository, commit }: CommitOf) {
  const base = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${base}/git/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${base}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${base}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification,
  };
}

/** A commit as lists of commits tell it, with the accounts of its addresses. */
export function toCommit(world: World, { repository, commit }: CommitOf) {
  const base = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  const { author, committer, message, tree, sha } = commit;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${base}/commits/${sha}`,
    html_url: `${page}/commit/${sha}`,
    comments_url: `${base}/commits/${sha}/comments`,
    commit: {
      url: `${base}/git/commits/${sha}`,
      author,
      committer,
      message,
      tree: { sha: tree, url: `${base}/git/trees/${tree}` },
      comment_count: 0,
      verification,
    },
    author: accountOf(world, author.email),
    committer: accountOf(world, committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${base}/commits/${parent}`,
      html_url: `${page}/commit/${parent}`,
    })),
  };
}

/** The account that an address belongs to, as GitHub finds it: its own, or the noreply one of its id. */
function accountOf(world: World, email: string) {
  const id = /^(\d+)\+[^@]+@users\.noreply\.github\.com$/.exec(email)?.[1];
  const isOf = (account: Account) => account.email === email || String(account.id) === id;
  const account = world.accounts.find(isOf);
  return account === undefined ? null : toUser(world, account);
}
