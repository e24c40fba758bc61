import type { PlannedBlob } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';

/** The package whose bytes tests store. */
export const blobKey = 'packages/tide-table/tide-table-1.0.0.tar.gz';

/** What a plan says of a blob with these bytes. */
export function makeBlob(bytes: Uint8Array, key: string = blobKey): PlannedBlob {
  return { key, sha256: sha256Hex(bytes), size: bytes.length, contentType: 'application/gzip' };
}

/** Bytes that no two pieces of are alike, as many as asked for. */
export function makeBytes(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4)
    bytes.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at);
  return bytes;
}
