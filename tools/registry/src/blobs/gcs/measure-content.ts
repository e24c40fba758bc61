import { CRC32C } from '@google-cloud/storage';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobContent } from '../blob-store.ts';

/** Size and checksums of a blob's content. */
export interface Sums {
  size: number;
  sha256: string;
  /** In base64, as Cloud Storage keeps it. */
  crc32c: string;
}

/** Reads a blob's content once, and returns its size and checksums. */
export async function measureContent(content: BlobContent): Promise<Sums> {
  const chunks = content instanceof Uint8Array ? [Buffer.from(content)] : readFile(content.file);
  const sha256 = createHash('sha256');
  const crc32c = new CRC32C();
  let size = 0;
  for await (const chunk of chunks) {
    sha256.update(chunk);
    crc32c.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: sha256.digest('hex'), crc32c: crc32c.toString() };
}

function readFile(path: string): AsyncIterable<Buffer> {
  return createReadStream(path);
}
