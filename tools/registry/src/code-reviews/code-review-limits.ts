import { formatBytes, type Owner, RegistryError } from '@orchestra/core';
import type { KeptCodeReview } from './list-code-reviews.ts';

/** How much may wait at once: bytes are those of packages. */
export const codeReviewLimits = {
  packagesOfAccount: 10,
  bytesOfAccount: 100 * 1024 * 1024,
  packages: 500,
  bytes: 2 * 1024 * 1024 * 1024,
  /** Records of declined packages that are kept for an account, without their bytes. */
  declinedOfAccount: 50,
} as const;

/**
 * Makes sure that one more package fits into a queue.
 *
 * @throws RegistryError `review-queue-full`
 */
export function requireRoom(
  { size, requestedBy }: { size: number; requestedBy: Owner },
  all: readonly KeptCodeReview[],
): void {
  const waiting = all.filter(({ record }) => record.declined === null);
  const own = waiting.filter(({ record }) => isBy(record.requestedBy, requestedBy));
  const limits = codeReviewLimits;
  const fits =
    own.length < limits.packagesOfAccount &&
    bytesOf(own) + size <= limits.bytesOfAccount &&
    waiting.length < limits.packages &&
    bytesOf(waiting) + size <= limits.bytes;
  if (fits) return;
  const isOwn =
    own.length >= limits.packagesOfAccount || bytesOf(own) + size > limits.bytesOfAccount;
  const message = isOwn
    ? `${own.length} packages of ${requestedBy.login} wait (${formatBytes(bytesOf(own))}); at most ${limits.packagesOfAccount} may, of ${formatBytes(limits.bytesOfAccount)}`
    : `${waiting.length} packages wait at this registry, which keeps no more`;
  throw new RegistryError('review-queue-full', message, {
    hint: 'Wait until people have looked at those that wait; publishing one that was cleared makes room too.',
  });
}

/** True where two accounts are the same: by provider and numeric id. */
export function isBy(
  left: Pick<Owner, 'provider' | 'id'>,
  right: Pick<Owner, 'provider' | 'id'>,
): boolean {
  return left.provider === right.provider && left.id === right.id;
}

function bytesOf(all: readonly KeptCodeReview[]): number {
  return all.reduce((sum, { record }) => sum + record.size, 0);
}
