import { RegistryError } from '@orchestra/core';
import { runGit } from './git.ts';
import { makeRepository } from './make-repository.ts';

/**
 * Brings a bare copy of an index to what its repository has, making the copy where there is none. A
 * rewritten branch is followed: what to think of it is the caller's business.
 *
 * @param directory of the copy
 * @param from.url `https:`, `http:`, `ssh:` or `file:`
 * @throws RegistryError `registry-unreachable`
 */
export async function fetchIndex(directory: string, { url }: { url: string }): Promise<void> {
  await makeRepository(directory);
  const slow = ['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=30'];
  const what = ['--no-tags', '--force', '--', url, '+refs/heads/main:refs/heads/main'];
  const { exitCode, stderr } = await runGit(directory, {
    args: [...slow, 'fetch', '--quiet', ...what],
  });
  if (exitCode === 0) return;
  const reason = stderr.replaceAll(/:\/\/[^/\s@]*@/g, '://').slice(0, 300);
  throw new RegistryError('registry-unreachable', `The index can't be fetched: ${reason}`, {
    hint: 'Check the address and the connection, then try again.',
  });
}
