import { runGit } from './git.ts';
import { mergeBase } from './list-commits.ts';
import { readCommit } from './read-commit.ts';

/** The tree of two commits merged; null where they conflict. */
export async function mergeTree(
  directory: string,
  one: string,
  other: string,
): Promise<string | null> {
  const base = await mergeBase(directory, one, other);
  if (base === one) return (await readCommit(directory, other))?.tree ?? null;
  const args = ['merge-tree', '--write-tree', '--allow-unrelated-histories', one, other];
  const { exitCode, stdout } = await runGit(directory, { args });
  return exitCode === 0 ? (stdout.toString('utf8').split('\n')[0] ?? null) : null;
}
