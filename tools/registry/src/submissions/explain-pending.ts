import {
  authorize,
  type IndexEntry,
  planYank,
  RegistryError,
  type Submission,
} from '@orchestra/core';
import type { Pending } from './list-pending.ts';

/** The state of a submission, as far as the index shows it. */
export interface PendingState {
  /**
   * `waiting`: the next publish job carries it out, unless it refuses the package. `done`: it is carried out
   * and only has to be removed. `stuck`: it can never succeed, and the job will remove it.
   */
  state: 'waiting' | 'done' | 'stuck';
  why: string;
}

/**
 * Explains the state of a submission, assuming that an owner made it. Only the publish job checks the author
 * and the asset, because that needs GitHub.
 */
export function explainPending(
  { submission, problems }: Pending,
  entry: IndexEntry | null,
): PendingState {
  if (submission === null) {
    return stuck(problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
  if (entry === null) {
    return submission.action === 'publish'
      ? waiting('A new extension')
      : stuck(`No extension is called '${submission.name}'`);
  }
  try {
    return explainUpdate(submission, entry);
  } catch (error) {
    if (error instanceof RegistryError) return stuck(error.message);
    throw error;
  }
}

function explainUpdate(submission: Submission, entry: IndexEntry): PendingState {
  const { name, version } = submission;
  const [owner] = entry.owners;
  const submitter = { provider: owner?.provider ?? 'github', id: owner?.id ?? 0, login: '' };
  if (submission.action !== 'publish') {
    const planned = planYank({ ...submission, submitter }, entry);
    return planned.kind === 'unchanged'
      ? { state: 'done', why: 'It is so already' }
      : waiting(`A change of ${version}`);
  }
  const { repository, repositoryId } = submission.source;
  const own = { repositoryOwnerId: submitter.id, assetUploaderId: submitter.id };
  const source = { kind: 'release-asset', repository, repositoryId, ...own } as const;
  const answer = authorize({ action: 'publish', name, source }, { submitter, entry });
  if (answer.decision === 'refuse') return stuck(answer.error.message);
  const found = entry.versions.find((published) => published.version === version);
  if (found === undefined) return waiting('A new version');
  return found.sha256 === submission.sha256
    ? { state: 'done', why: 'It is published' }
    : stuck(`Another package is published as ${version}, and a version is never replaced`);
}

function waiting(what: string): PendingState {
  return { state: 'waiting', why: `${what}: the next publish job carries it out` };
}

function stuck(why: string): PendingState {
  return { state: 'stuck', why };
}
