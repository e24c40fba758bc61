import {
  entryPath,
  type IndexEntry,
  indexRoot,
  parseEntry,
  RegistryError,
  type Submission,
  submissionPath,
} from '@orchestra/core';
import { readRepositoryFile } from '@orchestra/github';
import type { SignedIn } from '../github/connect-github.ts';
import { findPullRequest } from './find-pull-request.ts';
import { branchOf } from './plan-pull-request.ts';
import type { PullRequest } from './pull-request.ts';

/** Where a submission stands at the registry's repository, before anything is done. */
export interface SubmissionState {
  /** The last pull request for it; null where there was none. */
  pullRequest: PullRequest | null;
  /** Merged, and not carried out yet. */
  isPending: boolean;
  /** The entry as it is in the repository: what the CDN shows may be some minutes old. */
  entry: IndexEntry | null;
}

/**
 * Reads where a submission stands.
 *
 * @throws RegistryError `pull-request-closed` where it was closed without a merge: a person decided
 */
export async function readSubmissionState(
  of: Pick<Submission, 'action' | 'name' | 'version'>,
  at: { registry: string; signedIn: SignedIn },
): Promise<SubmissionState> {
  const { github, account } = at.signedIn;
  const proposal = { registry: at.registry, login: account.login, branch: branchOf(of) };
  const pullRequest = await findPullRequest(proposal, github);
  if (pullRequest?.state === 'closed') throw closed(of, pullRequest);
  const isMerged = pullRequest?.state === 'merged';
  // before the entry: what is carried out in between is then seen in the entry
  const pending = isMerged ? await read(submissionPath(of)) : null;
  const path = `extensions/${entryPath(of.name)}`;
  const text = await read(path);
  const entry = text === null ? null : parseEntry(text, { path, name: of.name });
  return { pullRequest, isPending: pending !== null, entry };

  function read(file: string): Promise<string | null> {
    const repository = at.registry;
    return readRepositoryFile({ repository, path: `${indexRoot}/${file}`, ref: 'main' }, github);
  }
}

/** The error for a pull request that was closed without a merge. */
export function closed(
  { name, version }: Pick<Submission, 'name' | 'version'>,
  { url }: PullRequest,
): RegistryError {
  return new RegistryError(
    'pull-request-closed',
    `The pull request for ${name} ${version} was closed without a merge: ${url}`,
    {
      hint: 'Read there why. Reopen it there and run the same command again, or raise the version.',
    },
  );
}
