import { RegistryError } from '@orchestra/core';
import { fetchIndex, type RemoteIndex, shown } from './fetch-index.ts';
import { runGit } from './git.ts';

/** A commit in the local copy, and its parent. */
export interface PushedCommit {
  created: string;
  parent: string;
}

/**
 * Pushes a commit to the branch of a remote index, if that branch is still at the parent. Otherwise updates
 * the local copy, so that the caller can plan again.
 *
 * @param directory of the bare copy
 * @throws RegistryError `index-conflict`, `token-invalid`, `scope-missing`, `registry-unreachable`
 */
export async function pushCommit(
  directory: string,
  { created, parent, ...remote }: PushedCommit & RemoteIndex,
): Promise<void> {
  const lease = `--force-with-lease=refs/heads/main:${parent}`;
  const what = ['--', remote.url, `${created}:refs/heads/main`];
  const { exitCode, stdout, stderr } = await runGit(directory, {
    args: ['push', '--porcelain', '--quiet', lease, ...what],
    ...(remote.env === undefined ? {} : { env: remote.env }),
  });
  if (exitCode === 0) return;
  const said = `${stdout.toString('utf8')}\n${stderr}`;
  if (isConflict(said)) {
    await fetchIndex(directory, remote);
    throw new RegistryError('index-conflict', 'Someone else committed to the index first', {
      hint: 'Try again.',
    });
  }
  throw refusal(said);
}

/** True where git reports that the remote branch had moved before or during the push. */
function isConflict(said: string): boolean {
  return /stale info|non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value/.test(
    said,
  );
}

function refusal(said: string): RegistryError {
  const reason = shown(said.trim());
  if (/\b401\b|Authentication failed|could not read Username/i.test(said)) {
    return new RegistryError('token-invalid', `The index can't be pushed: ${reason}`, {
      hint: 'The token of the GitHub App has expired or is wrong: run the job again.',
    });
  }
  if (/\b403\b|remote rejected|protected branch|denied/i.test(said)) {
    return new RegistryError('scope-missing', `The index may not be pushed: ${reason}`, {
      hint: 'The GitHub App needs the permission `contents: write`, and must be let through by the rules of the branch main.',
    });
  }
  return new RegistryError('registry-unreachable', `The index can't be pushed: ${reason}`, {
    hint: 'Check the connection, then run the job again.',
  });
}
