import { type CodeReview, RegistryError } from '@orchestra/core';
import type { Waiting } from './list-waiting.ts';

/**
 * Finds the packages of a queue that an operator names by `NAME@VERSION`, a SHA-256 or the first eight or
 * more digits of one. The same bytes may have been asked about by several accounts.
 *
 * @returns none where the queue doesn't have it
 * @throws RegistryError `usage` where the words mean packages with different bytes
 */
export function findWaiting(what: string, waiting: readonly Waiting[]): Waiting[] {
  const found = waiting.filter(({ review }) => isNamed(review, what));
  const digests = new Set(found.map(({ review }) => review.sha256));
  if (digests.size <= 1) return found;
  throw new RegistryError('usage', `'${what}' means ${digests.size} packages`, {
    hint: `Name one by its SHA-256: ${[...digests].join(', ')}`,
  });
}

function isNamed({ name, version, sha256 }: CodeReview, what: string): boolean {
  return what === `${name}@${version}` || (what.length >= 8 && sha256.startsWith(what));
}
