import { RegistryError } from '@orchestra/core';
import {
  type GcsOptions,
  type GitIndex,
  openExistingRegistry,
  openFollowedIndex,
  type ReadDoc,
  readServedDoc,
  readStoredDoc,
  type RegistryParts,
} from '@orchestra/registry';
import { resolve } from 'node:path';

/** Locations of an index and its documents. */
export interface SourceOptions {
  /** Data folder of a registry on this machine. */
  data: string;
  /** Location of the blobs, if not in the data folder: a folder, or `gs://BUCKET/PREFIX`. */
  blobs?: string;
  /** A repository to use instead of a data folder: its path, or its URL. */
  repository?: string;
  /** Folder for the copy, where `repository` is a URL. */
  cache: string;
}

/** What a sync reads: an index, and the documents of its versions. */
export interface IndexSource extends Disposable {
  index: GitIndex;
  readDoc: ReadDoc;
  /** Updates the index to the current state of its repository. */
  refresh(): Promise<void>;
}

/**
 * Opens the index and the documents to mirror.
 *
 * @throws RegistryError `not-found`, `registry-unreachable`, `index-damaged`
 */
export async function openSource(
  options: SourceOptions,
  context: { cwd: string; fetch: typeof globalThis.fetch; gcs?: GcsOptions },
): Promise<IndexSource> {
  const { repository, cache } = options;
  const { cwd, fetch } = context;
  if (repository === undefined)
    return openData(resolve(cwd, options.data), { ...context, ...options });
  const followed = await openFollowedIndex({ repository, cache, cwd });
  const source = { ...followed, readDoc: readServedDoc(followed.config, { fetch }) };
  try {
    await source.refresh();
    return source;
  } catch (error) {
    followed[Symbol.dispose]();
    throw error;
  }
}

async function openData(data: string, parts: RegistryParts): Promise<IndexSource> {
  const registry = await openExistingRegistry(data, parts);
  if (registry === null) {
    throw new RegistryError('not-found', `No registry is in ${data}`, {
      hint: 'Name its folder with --data FOLDER, or a repository with --repository PATH|URL.',
    });
  }
  return {
    index: registry.index,
    readDoc: readStoredDoc(registry.blobs),
    refresh: async () => {},
    [Symbol.dispose]: () => registry[Symbol.dispose](),
  };
}
