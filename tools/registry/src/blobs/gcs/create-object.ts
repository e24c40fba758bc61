import type { PlannedBlob } from '@orchestra/core';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobContent } from '../blob-store.ts';
import type { ConnectedBucket } from './connect-bucket.ts';
import type { Sums } from './measure-content.ts';
import { statusOf } from './status-of.ts';

/**
 * Largest upload in one request; a larger one is sent in pieces, so that a broken connection costs only one.
 */
const simpleSize = 5 * 1024 * 1024;

/** Size of a piece: a multiple of 256 KiB, as the API requires. */
const pieceSize = 2 * 1024 * 1024;

/**
 * Creates an object unless it exists. The checksum is sent with it, so that Cloud Storage rejects damaged
 * bytes before it creates the object.
 *
 * @returns false where the object exists already, perhaps from an earlier try whose response was lost
 */
export async function createObject(
  { bucket, uploads, patience }: ConnectedBucket,
  of: { name: string; blob: PlannedBlob; content: BlobContent; sums: Sums },
): Promise<boolean> {
  const { name, blob, content, sums } = of;
  const isLarge = sums.size > simpleSize;
  const source =
    content instanceof Uint8Array
      ? Readable.from([Buffer.from(content)])
      : createReadStream(content.file);
  const target = (isLarge ? uploads : bucket).file(name).createWriteStream({
    resumable: isLarge,
    ...(isLarge ? { chunkSize: pieceSize } : {}),
    preconditionOpts: { ifGenerationMatch: 0 },
    validation: false, // on a mismatch it would delete what is stored: Cloud Storage compares instead
    metadata: {
      contentType: blob.contentType,
      cacheControl: 'public, max-age=31536000, immutable',
      crc32c: sums.crc32c,
      metadata: { sha256: sums.sha256 },
      ...(isLarge ? { contentLength: sums.size } : {}),
    },
  });
  try {
    await pipeline(source, target, { signal: AbortSignal.timeout(patience.attemptMs) });
    return true;
  } catch (error) {
    if (statusOf(error) === 412) return false;
    throw error;
  }
}
