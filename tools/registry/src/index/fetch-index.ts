import { RegistryError } from '@orchestra/core';
import { runGit } from './git.ts';
import { makeRepository } from './make-repository.ts';

/** Where an index is kept, and how to get there. */
export interface RemoteIndex {
  /** `https:`, `http:`, `ssh:` or `file:`. */
  url: string;
  /** What git needs to know beside it, as {@link tokenEnvironment} makes it. */
  env?: Readonly<Record<string, string>>;
}

/**
 * Brings a bare copy of an index to what its repository has, making the copy where there is none. A
 * rewritten branch is followed: what to think of it is the caller's business.
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

/** What git says, without a user or a password of an address. */
export function shown(stderr: string): string {
  return stderr.replaceAll(/:\/\/[^/\s@]*@/g, '://').slice(0, 300);
}
