import { type Config, readReceiptMark, type ReceiptMark } from '@orchestra/core';
import type { GitHub } from '@orchestra/github';
import { requireRepositoryName } from '@orchestra/github/names';
import type { PullRequest } from '../pull-request/pull-request.ts';

/**
 * Reads the mark in the registry's comment on a pull request; null where there is none yet. Only comments by
 * an app's account count, because people can't write as one.
 */
export async function readMark(
  pullRequest: PullRequest | null,
  from: { config: Config; github: GitHub | null },
): Promise<ReceiptMark | null> {
  const { github } = from;
  const { publish } = from.config;
  if (pullRequest === null || github === null || publish.via !== 'pull-request') return null;
  const { data } = await github.rest.issues.listComments({
    ...requireRepositoryName(publish.repository),
    issue_number: pullRequest.number,
    per_page: 100,
  });
  for (const { user, body } of data) {
    const mark = user?.type === 'Bot' ? readReceiptMark(body ?? '') : null;
    if (mark !== null) return mark;
  }
  return null;
}
