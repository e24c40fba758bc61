import { RegistryError } from '@orchestra/core';
import { runGit } from './git.ts';
import { makeRepository } from './make-repository.ts';

/** The URL of an index, and the environment to reach it. */
export interface RemoteIndex {
  /** `https:`, `http:`, `ssh:` or `file:`. */
  url: string;
  /** Environment variables for git, as {@link tokenEnvironment} makes them. */
  env?: Readonly<Record<string, string>>;
}

/**
 * Updates a bare copy of a remote index, and creates it if needed. A rewritten branch is followed too: the
 * caller decides whether to accept it.
 *
 * @param directory of the copy
 * @throws RegistryError `registry-unreachable`
 */
export async function fetchIndex(directory: string, { url, env }: RemoteIndex): Promise<void> {
  await makeRepository(directory);
  const slow = ['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=30'];
  const what = ['--no-tags', '--force', '--', url, '+refs/heads/main:refs/heads/main'];
  const { exitCode, stderr } = await runGit(directory, {
    args: [...slow, 'fetch', '--quiet', ...what],
    ...(env === undefined ? {} : { env }),
  });
  if (exitCode === 0) return;
  throw new RegistryError('registry-unreachable', `The index can't be fetched: ${shown(stderr)}`, {
    hint: 'Check the address and the connection, then try again.',
  });
}

/** Git's error output without a user or password in URLs. */
export function shown(stderr: string): string {
  return stderr.replaceAll(/:\/\/[^/\s]*@/g, '://').slice(0, 300);
}
