import {
  authorize,
  type CodeReview,
  isOwner,
  RegistryError,
  type Submitter,
} from '@orchestra/core';
import { readCurated } from '../curated/read-curated.ts';
import type { GitIndex, IndexSnapshot } from '../index/git-index.ts';
import { isBy } from './code-review-limits.ts';
import type { CodeReviewRecord } from './code-review-record.ts';
import { listCodeReviews } from './list-code-reviews.ts';

/**
 * Finds the newest request about a version, for an account that may publish it. Of a name that nobody has
 * published yet, an account finds its own alone.
 *
 * @throws RegistryError `name-taken`, `source-pinned`, `code-review-unknown`
 */
export async function findCodeReview(
  { name, version, submitter }: { name: string; version: string; submitter: Submitter },
  { index, codeReviews }: { index: GitIndex; codeReviews: string },
): Promise<CodeReview> {
  const snapshot = await index.snapshot();
  const entry = await snapshot.readEntry(name);
  const asked = { action: 'publish', name, source: { kind: 'upload' } } as const;
  const answer = authorize(asked, { submitter, entry });
  if (answer.decision === 'refuse') throw answer.error;
  const found = (await listCodeReviews(codeReviews)).findLast(
    ({ record }) =>
      record.name === name &&
      record.version === version &&
      (isBy(record.requestedBy, submitter) ||
        (entry !== null && isOwner(record.requestedBy, entry))),
  );
  if (found !== undefined) return toCodeReview(found.record, snapshot);
  throw new RegistryError('code-review-unknown', `Nobody was asked to look at ${name} ${version}`, {
    hint: 'It is asked for with a publish: orchestra ext publish --request-review',
  });
}

/** A record with its state: what is cleared stands in the index. */
export async function toCodeReview(
  { declined, format: _format, ...record }: CodeReviewRecord,
  snapshot: IndexSnapshot,
): Promise<CodeReview> {
  const { cleared } = await readCurated(snapshot);
  const isCleared = cleared.some(({ sha256 }) => sha256 === record.sha256);
  const refused = isCleared ? null : declined;
  return {
    ...record,
    state: isCleared ? 'cleared' : refused === null ? 'waiting' : 'declined',
    declinedAt: refused?.at ?? null,
    reason: refused?.reason ?? null,
  };
}
