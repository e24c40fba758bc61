import { RegistryError } from '@orchestra/core';
import { fetchIndex } from './fetch-index.ts';
import { GitIndex } from './git-index.ts';
import { pushCommit } from './push-commit.ts';
import { tokenEnvironment } from './token-environment.ts';

/**
 * Opens a copy of an index that is kept elsewhere, as it is there now. A commit is made there: it is
 * pushed, with a compare-and-swap of the branch, before the copy has it.
 *
 * @param directory for the bare copy, which is made where there is none
 * @param remote.token of GitHub, which may write contents
 * @throws RegistryError `registry-unreachable`, `not-found`
 */
export async function openPushedIndex(
  directory: string,
  { url, token }: { url: string; token: string },
): Promise<GitIndex> {
  const remote = { url, env: tokenEnvironment({ url, token }) };
  await fetchIndex(directory, remote);
  const index = await GitIndex.openExisting(directory, {
    push: (commit) => pushCommit(directory, { ...remote, ...commit }),
  });
  if (index !== null) return index;
  throw new RegistryError('not-found', `${url} has no branch main`, {
    hint: 'Name the repository that holds registry-index/.',
  });
}
