import { ServiceError } from '../service-error.ts';
import type { AskedGit } from './open-git.ts';

/**
 * Finds where a workspace is in the repository that has it: a path with `/` at its end, empty at the top. A
 * folder that the repository around it ignores is none of it.
 *
 * @throws ServiceError `not-a-repository`, and those of git
 */
export async function findPrefix({ git, text }: AskedGit): Promise<string> {
  const prefix = (await text(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  if (prefix === '') return prefix;
  const { exitCode } = await git(['--no-literal-pathspecs', 'check-ignore', '--quiet', '.']);
  if (exitCode !== 0) return prefix;
  throw new ServiceError('not-a-repository', 'The repository around the workspace ignores it');
}
