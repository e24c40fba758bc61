import type { DocumentFailure, SyncProblem } from '@orchestra/db';
import { fillDocuments, type FillOptions, type FillResult } from './documents/fill-documents.ts';
import { syncIndex, type SyncOptions, type SyncResult } from './index/sync-index.ts';

/** Options of mirroring an index and its documents. */
export interface MirrorOptions
  extends Omit<SyncOptions, 'onProgress'>, Omit<FillOptions, 'onProgress'> {
  /** Called with a description of the current step. */
  onProgress?: (text: string) => void;
}

/** The result of mirroring an index and its documents. */
export interface MirrorResult extends SyncResult {
  documents: FillResult;
}

/**
 * Mirrors the changes of the index, then the documents of its versions.
 *
 * @throws whatever {@link syncIndex} throws
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

/** Lists everything that couldn't be mirrored. */
export function unmirrored({
  problems,
  documents,
}: MirrorResult): (SyncProblem | DocumentFailure)[] {
  return [...problems, ...documents.failures];
}
