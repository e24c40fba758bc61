import type { DocumentFailure, SyncProblem } from '@orchestra/db';
import { fillDocuments, type FillOptions, type FillResult } from './documents/fill-documents.ts';
import { syncIndex, type SyncOptions, type SyncResult } from './index/sync-index.ts';

/** What is mirrored, and how. */
export interface MirrorOptions
  extends Omit<SyncOptions, 'onProgress'>, Omit<FillOptions, 'onProgress'> {
  /** Told what is being done. */
  onProgress?: (text: string) => void;
}

/** What was mirrored. */
export interface MirrorResult extends SyncResult {
  documents: FillResult;
}

/**
 * Mirrors what changed in the index, then the documents of its versions.
 *
 * @throws what {@link syncIndex} throws
 */
export async function mirrorIndex(options: MirrorOptions): Promise<MirrorResult> {
  const { onProgress, ...what } = options;
  const synced = await syncIndex({
    ...what,
    onProgress: (done, of) => onProgress?.(`Mirroring entries: ${done} of ${of}`),
  });
  const documents = await fillDocuments({
    ...what,
    onProgress: (done) => onProgress?.(`Reading documents: ${done} versions`),
  });
  return { ...synced, documents };
}

/** Everything that could not be mirrored. */
export function unmirrored({
  problems,
  documents,
}: MirrorResult): (SyncProblem | DocumentFailure)[] {
  return [...problems, ...documents.failures];
}
