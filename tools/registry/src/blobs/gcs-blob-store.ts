import { type PlannedBlob, RegistryError } from '@orchestra/core';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { blobConflict, digestMismatch } from './blob-errors.ts';
import { assertBlobKey, isBlobKey } from './blob-key.ts';
import type { BlobFacts, BlobStore } from './blob-store.ts';
import { explainGcsError } from './gcs/explain-gcs-error.ts';
import { defaultPatience, type GcsOptions } from './gcs/gcs-options.ts';
import { measureContent, type Sums } from './gcs/measure-content.ts';
import { fetchObjectFacts, type ObjectFacts, parseObjectFacts } from './gcs/object-facts.ts';
import { readObject } from './gcs/read-object.ts';
import { retryTransient } from './gcs/retry-transient.ts';
import { connectBucket } from './gcs/connect-bucket.ts';
import { createObject } from './gcs/create-object.ts';
import type { BucketLocation } from './open-blob-store.ts';

/**
 * A blob store in a Cloud Storage bucket. An object is created only where there is none, so that every write
 * may be repeated, also after a lost response. Its SHA-256 is kept in its metadata, so that equal bytes are
 * recognised without reading them.
 */
export function gcsBlobStore(location: BucketLocation, options: GcsOptions = {}): BlobStore {
  const patience = { ...defaultPatience, ...options.patience };
  const connected = connectBucket(location.bucket, { ...options, patience });
  const { bucket } = connected;
  const nameOf = (key: string) => `${location.prefix}${key}`;
  const reach = async <T>(attempt: () => Promise<T>): Promise<T> => {
    try {
      return await retryTransient(attempt, patience);
    } catch (error) {
      throw explainGcsError(error, location);
    }
  };
  const factsOf = (key: string) => reach(() => fetchObjectFacts(bucket.file(nameOf(key)), key));
  const streamOf = (facts: ObjectFacts) =>
    Readable.from(readObject(connected, { name: nameOf(facts.key), facts }), {
      objectMode: false,
    });

  return {
    async put(blob, content) {
      assertBlobKey(blob.key);
      const sums = await measureContent(content);
      if (sums.sha256 !== blob.sha256) throw digestMismatch(blob, sums.sha256);
      const name = nameOf(blob.key);
      if (await reach(() => createObject(connected, { name, blob, content, sums })))
        return 'stored';
      const facts = await factsOf(blob.key);
      if (facts === null) throw vanished(blob);
      const found = trustedSha256(facts, sums) ?? (await sha256Of(streamOf(facts)));
      if (found !== blob.sha256) throw blobConflict(blob, found);
      return 'present';
    },
    async open(key) {
      const facts = isBlobKey(key) ? await factsOf(key) : null;
      return facts === null ? null : { facts: plain(facts), stream: streamOf(facts) };
    },
    async stat(key) {
      const facts = isBlobKey(key) ? await factsOf(key) : null;
      return facts === null ? null : plain(facts);
    },
    async *list(prefix) {
      let pageToken: string | undefined;
      do {
        const query = { prefix: nameOf(prefix), autoPaginate: false, maxResults: 1000 };
        const page = pageToken === undefined ? query : { ...query, pageToken };
        const [files, next] = await reach(() => bucket.getFiles(page));
        for (const { name, metadata } of files) {
          const key = name.slice(location.prefix.length);
          if (isBlobKey(key)) yield plain(parseObjectFacts(metadata, key));
        }
        pageToken = next?.pageToken;
      } while (pageToken !== undefined);
    },
  };
}

/** The SHA-256 in an object's metadata, unless size and CRC32C contradict it. */
function trustedSha256(facts: ObjectFacts, sums: Sums): string | undefined {
  const isAlike = facts.size === sums.size && facts.crc32c === sums.crc32c;
  return (facts.sha256 === sums.sha256) === isAlike ? facts.sha256 : undefined;
}

async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

/** Removes the facts that only this store uses. */
function plain({ key, size, contentType, storedAt }: ObjectFacts): BlobFacts {
  return { key, size, contentType, storedAt };
}

function vanished({ key }: PlannedBlob): RegistryError {
  return new RegistryError(
    'storage-failed',
    `${key} was there and is gone: someone deletes blobs`,
    {
      hint: 'Publish again, and see in the logs of the bucket who deletes.',
    },
  );
}
