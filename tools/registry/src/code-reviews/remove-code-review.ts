import { systemCode } from '@orchestra/core/node';
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeReviewPackage } from './code-review-record.ts';
import { listCodeReviews } from './list-code-reviews.ts';

/** Removes a record with its package: at once for whoever lists the queue. */
export async function removeCodeReview(folder: string): Promise<void> {
  const gone = join(dirname(folder), `gone-${randomUUID()}`);
  try {
    await rename(folder, gone);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return; // another process was first
    throw error;
  }
  await rm(gone, { recursive: true, force: true });
}

/** Removes all records of a version: once it is published, no other bytes can be. */
export async function removeCodeReviewsOf(
  of: { name: string; version: string },
  queue: string,
): Promise<void> {
  for (const { record, folder } of await listCodeReviews(queue)) {
    if (record.name === of.name && record.version === of.version) await removeCodeReview(folder);
  }
}

/**
 * Removes what a killed process left: packages that were not yet in the queue, or no more. Only for the
 * process that adds to the queue.
 */
export async function sweepCodeReviews(queue: string): Promise<void> {
  for (const name of await readdir(queue)) {
    if (!/^(?:incoming|gone)-/.test(name)) continue;
    await rm(join(queue, name), { recursive: true, force: true });
  }
  for (const { record, folder } of await listCodeReviews(queue)) {
    if (record.declined !== null) await rm(codeReviewPackage(folder), { force: true });
  }
}
