import type { CodeReview } from '@orchestra/core';
import {
  type ExistingRegistry,
  type KeptCodeReview,
  listCodeReviews,
  removeCodeReview,
  toCodeReview,
} from '@orchestra/registry';

/** A package in the queue, with its state. */
export interface Waiting extends KeptCodeReview {
  review: CodeReview;
}

/**
 * Lists the queue, oldest first. What is published by now is taken out of it: a publish that was killed may
 * have left it there.
 */
export async function listWaiting({
  index,
  codeReviews,
}: Pick<ExistingRegistry, 'index' | 'codeReviews'>): Promise<Waiting[]> {
  const snapshot = await index.snapshot();
  const waiting: Waiting[] = [];
  for (const kept of await listCodeReviews(codeReviews)) {
    const { name, version } = kept.record;
    const entry = await snapshot.readEntry(name);
    if (entry?.versions.some((published) => published.version === version) === true) {
      await removeCodeReview(kept.folder);
      continue;
    }
    waiting.push({ ...kept, review: await toCodeReview(kept.record, snapshot) });
  }
  return waiting;
}
