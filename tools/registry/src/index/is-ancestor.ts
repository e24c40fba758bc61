import { gitFailed, runGit } from './git.ts';

/**
 * True where one commit is an ancestor of another, or the same. False also where the repository doesn't have
 * the older one.
 *
 * @param directory of the bare repository
 * @throws RegistryError `git-failed`
 */
export async function isAncestor(
  directory: string,
  { older, newer }: { older: string; newer: string },
): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', older, newer];
  const { exitCode, stderr } = await runGit(directory, { args });
  if (exitCode <= 1) return exitCode === 0;
  if (stderr.includes(`Not a valid commit name ${older}`)) return false;
  throw gitFailed(args, stderr);
}
