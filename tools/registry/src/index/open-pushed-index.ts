import { RegistryError } from '@orchestra/core';
import { fetchIndex } from './fetch-index.ts';
import { GitIndex } from './git-index.ts';
import { pushCommit } from './push-commit.ts';
import { tokenEnvironment } from './token-environment.ts';

/**
 * Opens an up-to-date copy of a remote index. Each commit is pushed, with a compare-and-swap of the remote
 * branch, before the copy takes it.
 *
 * @param directory for the bare copy, created where there is none
 * @param remote.token GitHub token that may write contents
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
