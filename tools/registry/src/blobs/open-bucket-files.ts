import type { BucketFiles } from './gcs/bucket-files.ts';
import type { GcsOptions } from './gcs/gcs-options.ts';
import type { BucketLocation } from './open-blob-store.ts';

/** Opens the replaceable files of a bucket; see {@link BucketFiles}. */
export async function openBucketFiles(
  location: BucketLocation,
  options: GcsOptions = {},
): Promise<BucketFiles> {
  const { bucketFiles } = await import('./gcs/bucket-files.ts'); // its client costs 140 ms
  return bucketFiles(location, options);
}
