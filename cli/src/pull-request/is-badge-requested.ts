import { indexRoot, parseSubmission, type Submission, submissionPath } from '@orchestra/core';
import { type GitHub, readRepositoryFile } from '@orchestra/github';
import type { PullRequest } from './pull-request.ts';

/**
 * True where an open pull request asks for the verified badge. Publishing again without the option doesn't
 * withdraw it: that would move the head that a person approved.
 */
export async function isBadgeRequested(
  of: Pick<Submission, 'name' | 'version'>,
  { existing, github }: { existing: PullRequest | null; github: GitHub },
): Promise<boolean> {
  if (existing?.state !== 'open' || existing.head.repository === null) return false;
  const { repository, sha: ref } = existing.head;
  const path = submissionPath(of);
  const text = await readRepositoryFile({ repository, path: `${indexRoot}/${path}`, ref }, github);
  const { submission } = parseSubmission(text ?? '', { path });
  return submission?.action === 'publish' && submission.requestVerified === true;
}
