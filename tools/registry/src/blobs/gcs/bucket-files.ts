import { buffer } from 'node:stream/consumers';
import type { BucketLocation } from '../open-blob-store.ts';
import { connectBucket } from './connect-bucket.ts';
import { explainGcsError } from './explain-gcs-error.ts';
import { defaultPatience, type GcsOptions } from './gcs-options.ts';
import { measureContent } from './measure-content.ts';
import { fetchObjectFacts } from './object-facts.ts';
import { readObject } from './read-object.ts';
import { retryTransient } from './retry-transient.ts';

/** How an object is served over HTTP. */
export interface ServedAs {
  contentType: string;
  cacheControl: string;
  /** `gzip` where the bytes are compressed. */
  contentEncoding?: string;
}

/** Files of a bucket that, unlike blobs, may be replaced and removed. Every operation may be repeated. */
export interface BucketFiles {
  /** The content of a file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  write(path: string, content: Uint8Array, as: ServedAs): Promise<void>;
  remove(path: string): Promise<void>;
}

/**
 * Opens the replaceable files of a Cloud Storage bucket.
 *
 * @throws RegistryError from each operation: `bucket-missing`, `storage-forbidden`, `storage-unreachable`,
 *   `storage-failed`
 */
export function bucketFiles(location: BucketLocation, options: GcsOptions = {}): BucketFiles {
  const patience = { ...defaultPatience, ...options.patience };
  const connected = connectBucket(location.bucket, { ...options, patience });
  const fileOf = (path: string) => connected.bucket.file(`${location.prefix}${path}`);
  const reach = async <T>(attempt: () => Promise<T>): Promise<T> => {
    try {
      return await retryTransient(attempt, patience);
    } catch (error) {
      throw explainGcsError(error, location);
    }
  };
  return {
    async read(path) {
      const file = fileOf(path);
      const facts = await reach(() => fetchObjectFacts(file, path));
      return facts === null ? null : buffer(readObject(connected, { name: file.name, facts }));
    },
    async write(path, content, as) {
      const { crc32c } = await measureContent(content);
      await reach(() =>
        fileOf(path).save(Buffer.from(content), {
          resumable: false,
          validation: false, // on a mismatch it would delete what is stored: Cloud Storage compares instead
          metadata: { ...as, crc32c },
        }),
      );
    },
    async remove(path) {
      await reach(() => fileOf(path).delete({ ignoreNotFound: true }));
    },
  };
}
