import { RegistryError } from '@orchestra/core';
import { fetchIndex, GitIndex, tokenEnvironment } from '@orchestra/registry';

/**
 * Opens a read-only copy of the index as it is on main now.
 *
 * @param directory for the bare copy
 * @throws RegistryError `registry-unreachable`, `not-found`
 */
export async function openIndexCopy(
  directory: string,
  { url, token }: { url: string; token: string },
): Promise<GitIndex> {
  await fetchIndex(directory, { url, env: tokenEnvironment({ url, token }) });
  const index = await GitIndex.openExisting(directory);
  if (index !== null) return index;
  throw new RegistryError('not-found', `${url} has no branch main`, {
    hint: 'Name the repository that holds registry-index/.',
  });
}
