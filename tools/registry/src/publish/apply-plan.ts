import { entryPath, parseEntry, type Plan, RegistryError, serializeEntry } from '@orchestra/core';
import type { BlobContent, BlobStore } from '../blobs/blob-store.ts';
import type { FileChange, GitIndex } from '../index/git-index.ts';

/** What a plan is carried out on. */
export interface ApplyContext {
  index: GitIndex;
  blobs: BlobStore;
  /** The bytes of a planned blob, by its key. */
  contents: ReadonlyMap<string, BlobContent>;
  /** The commit that the plan was made on. */
  parent: string;
  now: () => Date;
  /** Path of the submission that asked for it, removed in the same commit. */
  submission?: string;
}

/** When the two steps of a plan were done. */
export interface Applied {
  commit: string;
  stored: Date;
  indexed: Date;
}

/**
 * Carries out a plan: stores every blob, then commits the entry, so that the index never points at
 * nothing. Killed at any step, it can be planned and applied again with the same end.
 *
 * @throws RegistryError `index-conflict` where the index has moved on since the plan was made,
 *   `blob-conflict`, `digest-mismatch`, `index-damaged` for a plan that makes no proper entry
 */
export async function applyPlan(plan: Plan, context: ApplyContext): Promise<Applied> {
  const path = `extensions/${entryPath(plan.name)}`;
  const content = serializeEntry(plan.after);
  parseEntry(content, { path, name: plan.name }); // what couldn't be read again is never written
  for (const blob of plan.blobs) {
    const bytes = context.contents.get(blob.key);
    if (bytes === undefined) {
      throw new RegistryError(
        'blob-missing',
        `The plan stores ${blob.key}, and its content is missing`,
      );
    }
    await context.blobs.put(blob, bytes);
  }
  const stored = context.now();
  const changes: FileChange[] = [
    { path, content },
    ...(context.submission === undefined ? [] : [{ path: context.submission, content: null }]),
  ];
  const { parent } = context;
  const commit = await context.index.commit({ parent, changes, message: plan.message, at: stored });
  return { commit, stored, indexed: context.now() };
}
