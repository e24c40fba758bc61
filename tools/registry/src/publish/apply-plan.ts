import { entryPath, parseEntry, type Plan, RegistryError, serializeEntry } from '@orchestra/core';
import type { BlobContent, BlobStore } from '../blobs/blob-store.ts';
import type { FileChange, GitIndex } from '../index/git-index.ts';

/** The index and blobs that a plan changes, and the bytes to store. */
export interface ApplyContext {
  index: GitIndex;
  blobs: BlobStore;
  /** The bytes of each planned blob, by key. */
  contents: ReadonlyMap<string, BlobContent>;
  /** The commit that the plan is based on. */
  parent: string;
  now: () => Date;
  /** Path of the submission that asked for the change; removed in the same commit. */
  submission?: string;
}

/** When the blobs were stored and the entry was committed. */
export interface Applied {
  commit: string;
  stored: Date;
  indexed: Date;
}

/**
 * Carries out a plan: stores every blob, then commits the entry, so that the index never points to a missing
 * blob. After being killed at any step, the same plan can be made and applied again with the same result.
 *
 * @throws RegistryError `index-conflict` where the index has changed since the plan was made,
 *   `blob-conflict`, `digest-mismatch`, `index-damaged` for a plan that makes an invalid entry
 */
export async function applyPlan(plan: Plan, context: ApplyContext): Promise<Applied> {
  const path = `extensions/${entryPath(plan.name)}`;
  const content = serializeEntry(plan.after);
  parseEntry(content, { path, name: plan.name }); // so that an unreadable entry is never written
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
