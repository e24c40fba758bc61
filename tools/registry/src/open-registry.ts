import type { Config } from '@orchestra/core';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from './blobs/blob-store.ts';
import type { GcsOptions } from './blobs/gcs/gcs-options.ts';
import { openBlobStore } from './blobs/open-blob-store.ts';
import { GitIndex } from './index/git-index.ts';
import { readIndexConfig } from './index/read-index-config.ts';

/** A registry on this machine: its index, blobs and uploads. */
export interface Registry extends Disposable {
  index: GitIndex;
  blobs: BlobStore;
  /** Folder for uploads until they are stored or refused. */
  uploads: string;
  /** Folder of the packages that wait for a person, which is made with the first of them. */
  codeReviews: string;
}

/** Locations of a registry's parts outside of its data folder. */
export interface RegistryParts {
  /** Location of the blobs, instead of `blobs/`: a folder, or `gs://BUCKET/PREFIX`. */
  blobs?: string;
  gcs?: GcsOptions;
}

/** The index in this repository: a new registry starts with its curated files. */
const projectIndex = new URL('../../../registry-index/', import.meta.url);

/**
 * Opens the registry in a data folder, and creates missing parts: `index.git`, `blobs/`.
 *
 * @param options.config `config.json` for a new index
 */
export async function openRegistry(
  directory: string,
  options: RegistryParts & { config: Config },
): Promise<Registry> {
  const uploads = join(directory, 'uploads');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const files = await firstFiles(options.config);
  const index = await GitIndex.open(join(directory, 'index.git'), { files });
  const blobs = await openBlobs(directory, options);
  const codeReviews = join(directory, 'code-reviews');
  return { index, blobs, uploads, codeReviews, [Symbol.dispose]: () => index[Symbol.dispose]() };
}

/** An existing registry with its configuration. */
export interface ExistingRegistry extends Registry {
  config: Config;
}

/**
 * Opens the registry in a data folder, also while another process serves it.
 *
 * @returns null where there is none; nothing is created then
 * @throws RegistryError `index-damaged`, `usage` where blobs can't be kept at `parts.blobs`
 */
export async function openExistingRegistry(
  directory: string,
  parts: RegistryParts = {},
): Promise<ExistingRegistry | null> {
  const index = await GitIndex.openExisting(join(directory, 'index.git'));
  if (index === null) return null;
  const dispose = () => index[Symbol.dispose]();
  try {
    const config = await readIndexConfig(await index.snapshot());
    const blobs = await openBlobs(directory, parts);
    const uploads = join(directory, 'uploads');
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    const codeReviews = join(directory, 'code-reviews');
    return { config, index, blobs, uploads, codeReviews, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function openBlobs(directory: string, { blobs, gcs }: RegistryParts): Promise<BlobStore> {
  return openBlobStore(blobs ?? join(directory, 'blobs'), gcs);
}

async function firstFiles(config: Config): Promise<Map<string, string>> {
  const files = new Map([['config.json', `${JSON.stringify(config, null, 2)}\n`]]);
  for (const name of await readdir(projectIndex)) {
    if (!name.endsWith('.json') || files.has(name)) continue;
    files.set(name, await readFile(new URL(name, projectIndex), 'utf8'));
  }
  return files;
}
