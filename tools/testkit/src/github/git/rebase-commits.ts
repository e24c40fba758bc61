import { rm } from 'node:fs/promises';
import { runProcess } from '../../run-process.ts';
import { git, gitEnvironment } from './git.ts';
import type { Signature } from './read-commit.ts';

/**
 * Writes the commits between two again, upon the first one.
 *
 * @param change.folder a folder that only this call uses
 * @returns the last of them; null where one conflicts
 */
export async function rebaseCommits(
  directory: string,
  change: { from: string; to: string; committer: Signature; folder: string },
): Promise<string | null> {
  const { from, to, committer, folder } = change;
  await git(directory, { args: ['worktree', 'add', '--quiet', '--detach', folder, from] });
  const env = {
    ...gitEnvironment,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: committer.date,
  };
  try {
    const run = (...args: string[]) => runProcess(['git', ...args], { cwd: folder, env });
    const { exitCode } = await run('cherry-pick', '--allow-empty', `${from}..${to}`);
    if (exitCode !== 0) return null;
    return (await run('rev-parse', 'HEAD')).stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await git(directory, { args: ['worktree', 'prune'] });
  }
}
