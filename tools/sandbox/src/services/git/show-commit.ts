import { ServiceError } from '../service-error.ts';
import type { Commit } from '../services.ts';
import type { AskedGit } from './open-git.ts';
import { commitFormat, parseCommits } from './parse-commits.ts';

/**
 * Shows a commit, and what it changed compared with its first parent.
 *
 * @param asked
 * @param of.hash all of a hash, or its first seven or more characters
 * @param of.prefix where the workspace is in its repository: a commit that changed nothing there isn't found
 * @param of.names files of which the changes are; of all where there are none
 * @throws ServiceError `not-found`, `invalid-argument`, and those of git
 */
export async function showCommit(
  { git, text }: AskedGit,
  of: { hash: string; prefix: string; names: readonly string[] },
): Promise<Commit & { diff: string }> {
  if (!/^[0-9a-f]{7,64}$/.test(of.hash)) {
    throw new ServiceError(
      'invalid-argument',
      'A hash has 7 to 64 characters of 0 to 9 and a to f',
    );
  }
  const found = await git(['rev-parse', '--quiet', '--verify', `${of.hash}^{commit}`]);
  const hash = found.stdout.toString().trim();
  const notFound = new ServiceError('not-found', `The repository has no commit ${of.hash}`);
  if (found.exitCode !== 0) throw notFound;
  const changes = [...diffTree, hash, '--'];
  if (of.prefix !== '' && (await text([...changes, '.'])) === '') throw notFound;
  const [commit] = parseCommits(
    await text(['log', '-z', '--max-count=1', `--format=${commitFormat}`, hash]),
  );
  if (commit === undefined) throw notFound;
  return { ...commit, diff: await text([...changes, ...of.names]) };
}

const diffTree = [
  'diff-tree',
  '--patch',
  '--root',
  '--no-commit-id',
  '--no-ext-diff',
  '--no-textconv',
  '--relative',
  '--diff-merges=first-parent',
];
