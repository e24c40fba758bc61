import type { CodeReview } from '@orchestra/core';

/** Describes in a sentence where a package stands that a person was asked to look at. Pure. */
export function describeCodeReview({
  state,
  requestedAt,
  declinedAt,
  reason,
}: Pick<CodeReview, 'state' | 'requestedAt' | 'declinedAt' | 'reason'>): string {
  if (state === 'cleared') return 'A person looked at it and cleared it: publish the same again.';
  if (state === 'waiting') return `It waits for a person of the registry since ${requestedAt}.`;
  return `A person declined it at ${declinedAt ?? requestedAt}: ${reason ?? 'no reason was given'}`;
}
