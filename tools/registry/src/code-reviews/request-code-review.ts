import type { Owner, ProblemSummary } from '@orchestra/core';
import { makeFolderDurable, syncFolder } from '@orchestra/core/node';
import { randomUUID } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { codeReviewLimits, isBy, requireRoom } from './code-review-limits.ts';
import {
  codeReviewFolder,
  codeReviewPackage,
  type CodeReviewRecord,
  readCodeReviewRecord,
  writeCodeReviewRecord,
} from './code-review-record.ts';
import { type KeptCodeReview, listCodeReviews } from './list-code-reviews.ts';
import { removeCodeReview, sweepCodeReviews } from './remove-code-review.ts';

/** A package that nobody can publish before a person looked at it. */
export interface HeldPackage {
  name: string;
  version: string;
  sha256: string;
  size: number;
  places: readonly ProblemSummary[];
  /** Path of its bytes, which are copied. */
  file: string;
  requestedBy: Owner;
}

/** One request at a time, so that limits hold: only the process that serves a data folder takes requests. */
const oneAtATime = pLimit(1);

/**
 * Keeps a package until a person has looked at it. The same package of the same account is kept once; other
 * bytes of the same version take the place of those before. Killed at any step, a request leaves the queue
 * as it was, or with the package in it.
 *
 * @param to.queue absolute path of the folder; made where it is missing, readable for its owner alone
 * @throws RegistryError `review-queue-full`
 */
export async function requestCodeReview(
  held: HeldPackage,
  to: { queue: string; now: () => Date },
): Promise<CodeReviewRecord> {
  return oneAtATime(() => request(held, to));
}

async function request(
  held: HeldPackage,
  { queue, now }: { queue: string; now: () => Date },
): Promise<CodeReviewRecord> {
  await makeFolderDurable(queue);
  await chmod(queue, 0o700);
  await sweepCodeReviews(queue);
  const folder = join(queue, codeReviewFolder(held));
  const known = await readCodeReviewRecord(folder);
  if (known !== null) return known;
  const all = await listCodeReviews(queue);
  const replaced = all.filter((one) => isReplaced(one, held));
  requireRoom(
    held,
    all.filter((one) => !replaced.includes(one)),
  );
  const record = await keep(held, { queue, folder, now });
  for (const one of replaced) await removeCodeReview(one.folder);
  await forgetDeclined(held.requestedBy, all);
  return record;
}

/** True for a package that the same account asked about under the same version, and that still waits. */
function isReplaced({ record }: KeptCodeReview, held: HeldPackage): boolean {
  return (
    record.declined === null &&
    record.name === held.name &&
    record.version === held.version &&
    isBy(record.requestedBy, held.requestedBy)
  );
}

/** Puts the package and its record aside, then both at once in their place. */
async function keep(
  { file, ...held }: HeldPackage,
  to: { queue: string; folder: string; now: () => Date },
): Promise<CodeReviewRecord> {
  const { provider, id, login } = held.requestedBy;
  const record: CodeReviewRecord = {
    format: 1,
    ...held,
    places: [...held.places],
    requestedBy: { provider, id, login },
    requestedAt: to.now().toISOString(),
    declined: null,
  };
  const incoming = join(to.queue, `incoming-${randomUUID()}`);
  try {
    await mkdir(incoming, { mode: 0o700 });
    await copyDurable(file, codeReviewPackage(incoming));
    await writeCodeReviewRecord(incoming, record);
    await rename(incoming, to.folder);
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(to.queue);
  return record;
}

async function copyDurable(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await chmod(to, 0o600);
  await using copy = await open(to, 'r+');
  await copy.sync();
}

async function forgetDeclined(account: Owner, all: readonly KeptCodeReview[]): Promise<void> {
  const declined = all.filter(
    ({ record }) => record.declined !== null && isBy(record.requestedBy, account),
  );
  const most = codeReviewLimits.declinedOfAccount;
  for (const { folder } of declined.slice(0, Math.max(0, declined.length - most))) {
    await removeCodeReview(folder);
  }
}
