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

/** The state of a submission in the registry's repository, before a command changes anything. */
export interface SubmissionState {
  /** The last pull request for the submission; null where there was none. */
  pullRequest: PullRequest | null;
  /** Merged, and not yet carried out. */
  isPending: boolean;
  /** The entry in the repository, because the CDN's copy may be some minutes old. */
  entry: IndexEntry | null;
}

/**
 * Reads the state of a submission.
 *
 * @throws RegistryError `pull-request-closed` where a person closed it without merging
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
  // read before the entry: if it is carried out in between, the entry shows it
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
