import { rm } from 'node:fs/promises';
import { codeReviewPackage, writeCodeReviewRecord } from './code-review-record.ts';
import type { KeptCodeReview } from './list-code-reviews.ts';

/** Declines a package: its author is told why, and its bytes are removed. */
export async function declineCodeReview(
  { record, folder }: KeptCodeReview,
  { reason, now }: { reason: string; now: () => Date },
): Promise<void> {
  await writeCodeReviewRecord(folder, { ...record, declined: { at: now().toISOString(), reason } });
  await rm(codeReviewPackage(folder), { force: true });
}
