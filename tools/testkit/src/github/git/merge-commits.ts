import { runGit, runGitOnce } from './git.ts';

/** The commit that two have in common; null where they have none. */
export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | null> {
  const { exitCode, stdout } = await runGitOnce(directory, ['merge-base', one, other]);
  return exitCode === 0 ? stdout.toString('utf8').trim() : null;
}

/** The tree of two commits merged; null where they conflict. */
export async function mergeTree(
  directory: string,
  one: string,
  other: string,
): Promise<string | null> {
  const args = ['merge-tree', '--write-tree', '--allow-unrelated-histories', one, other];
  const { exitCode, stdout } = await runGitOnce(directory, args);
  return exitCode === 0 ? (stdout.toString('utf8').split('\n')[0] ?? null) : null;
}

/** True where a commit is another one or in its history. */
export async function isAncestor(
  directory: string,
  commit: string,
  descendant: string,
): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', commit, descendant];
  return (await runGit(directory, { args })).exitCode === 0;
}

/** Full names of the refs below a prefix that have a commit in their history. */
export async function listRefsWith(
  directory: string,
  { prefix, commit }: { prefix: string; commit: string },
): Promise<ReadonlySet<string>> {
  const args = ['for-each-ref', '--format=%(refname)', `--contains=${commit}`, prefix];
  const { stdout } = await runGit(directory, { args });
  return new Set(stdout.toString('utf8').split('\n'));
}

/** How many commits a commit has that another one hasn't. */
export async function countCommits(
  directory: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const { stdout } = await runGitOnce(directory, ['rev-list', '--count', `${from}..${to}`]);
  return Number(stdout);
}
