import { systemCode } from '@orchestra/core/node';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodeReviewRecord, readCodeReviewRecord } from './code-review-record.ts';

/** A kept record and its folder. */
export interface KeptCodeReview {
  record: CodeReviewRecord;
  /** Absolute path. */
  folder: string;
}

/** Lists all records of a queue, oldest first. */
export async function listCodeReviews(queue: string): Promise<KeptCodeReview[]> {
  const names = await readdir(queue).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const kept: KeptCodeReview[] = [];
  for (const name of names.filter((each) => /^[0-9a-f]{64}-/.test(each))) {
    const folder = join(queue, name);
    const record = await readCodeReviewRecord(folder);
    if (record !== null) kept.push({ record, folder });
  }
  return kept.toSorted((left, right) => keyOf(left) - keyOf(right));
}

function keyOf({ record }: KeptCodeReview): number {
  return Date.parse(record.requestedAt);
}
