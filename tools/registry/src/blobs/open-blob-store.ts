import { RegistryError } from '@orchestra/core';
import type { BlobStore } from './blob-store.ts';
import { folderBlobStore } from './folder-blob-store.ts';
import type { GcsOptions } from './gcs/gcs-options.ts';

/** A bucket, and the prefix of its objects' names: empty, or ending with a slash. */
export interface BucketLocation {
  bucket: string;
  prefix: string;
}

/**
 * Opens the blob store at a location.
 *
 * @param location absolute path of a folder, or `gs://BUCKET/PREFIX`, whose prefix may be absent
 * @throws RegistryError `usage` for any other location
 */
export async function openBlobStore(
  location: string,
  options: GcsOptions = {},
): Promise<BlobStore> {
  const bucket = parseBucketLocation(location);
  if (bucket === null) return folderBlobStore(location);
  const { gcsBlobStore } = await import('./gcs-blob-store.ts'); // its client costs 140 ms
  return gcsBlobStore(bucket, options);
}

/**
 * Parses `gs://BUCKET/PREFIX`.
 *
 * @returns null for the path of a folder
 * @throws RegistryError `usage`
 */
export function parseBucketLocation(location: string): BucketLocation | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return null;
  // https://cloud.google.com/storage/docs/buckets#naming
  const match = /^gs:\/\/([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])(?:\/(.*))?$/.exec(location);
  const [, bucket, path = ''] = match ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  const isPlain = parts.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
  if (bucket !== undefined && isPlain)
    return { bucket, prefix: parts.map((part) => `${part}/`).join('') };
  throw new RegistryError('usage', `Blobs can't be kept at '${location}'`, {
    hint: 'Name a folder, or a bucket of Cloud Storage: gs://BUCKET or gs://BUCKET/PREFIX.',
  });
}
