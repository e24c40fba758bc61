import type { PlannedBlob } from '@orchestra/core';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobContent } from '../blob-store.ts';
import type { ConnectedBucket } from './connect-bucket.ts';
import type { Sums } from './measure-content.ts';
import { statusOf } from './status-of.ts';

/** What is larger is sent piece by piece, so that a broken connection costs one piece. */
const simpleSize = 5 * 1024 * 1024;

/** A multiple of 256 KiB, as the API demands. */
const pieceSize = 2 * 1024 * 1024;

/**
 * Stores an object where none is yet. The sum travels with it: other bytes than were measured are
 * refused by Cloud Storage before there is an object.
 *
 * @returns false where there is one, be it of an earlier try whose answer was lost
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
