import { ServiceError } from '../service-error.ts';
import type { AskedGit } from './open-git.ts';

/**
 * Makes sure that a commit would have nothing but files of the workspace.
 *
 * @param prefix where the workspace is in its repository
 * @throws ServiceError `outside-workspace`
 */
export async function requireStagedInside({ text }: AskedGit, prefix: string): Promise<void> {
  if (prefix === '') return;
  const staged = await text(['diff', '--cached', '--no-ext-diff', ...nameOnly]);
  if (isInside(staged, prefix)) return;
  throw new ServiceError(
    'outside-workspace',
    'Files outside of the workspace are staged: a commit would have them as well',
  );
}

/**
 * Makes sure that switching to a branch changes nothing but files of the workspace.
 *
 * @param to.prefix where the workspace is in its repository
 * @throws ServiceError `outside-workspace`
 */
export async function requireSwitchInside(
  { text }: AskedGit,
  { branch, prefix }: { branch: string; prefix: string },
): Promise<void> {
  if (prefix === '') return;
  const own = `refs/heads/${branch}`;
  // git makes a branch of that name of another machine's, where there is none
  const patterns = [own, `refs/remotes/*/${branch}`];
  const refs = (await text(['for-each-ref', '--format=%(refname)', ...patterns])).split('\n');
  for (const ref of refs.includes(own) ? [own] : refs.filter((one) => one !== '')) {
    const changed = await text(['diff-tree', '-r', ...nameOnly, 'HEAD', ref]);
    if (isInside(changed, prefix)) continue;
    throw new ServiceError(
      'outside-workspace',
      `Switching to '${branch}' would change files outside of the workspace`,
    );
  }
}

const nameOnly = ['--name-only', '--no-renames', '--no-relative', '-z'];

/** @param names as `-z` lists them, from the top of the repository */
function isInside(names: string, prefix: string): boolean {
  return names.split('\0').every((name) => name === '' || name.startsWith(prefix));
}
