import { sha256Hex } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { blobConflict, digestMismatch } from './blob-errors.ts';
import { assertBlobKey, isBlobKey } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';

/** A blob store in memory; its blobs are lost when the process ends. */
export function memoryBlobStore(): BlobStore {
  const blobs = new Map<string, { bytes: Uint8Array; contentType: string; storedAt: Date }>();
  const factsOf = (key: string) => {
    const found = blobs.get(key);
    if (found === undefined) return null;
    const { bytes, contentType, storedAt } = found;
    return { key, size: bytes.length, contentType, storedAt };
  };
  return {
    async put(blob, content) {
      assertBlobKey(blob.key);
      const bytes = content instanceof Uint8Array ? content.slice() : await readFile(content.file);
      const sha256 = sha256Hex(bytes);
      if (sha256 !== blob.sha256) throw digestMismatch(blob, sha256);
      const stored = blobs.get(blob.key);
      if (stored === undefined) {
        blobs.set(blob.key, { bytes, contentType: blob.contentType, storedAt: new Date() });
        return 'stored';
      }
      const found = sha256Hex(stored.bytes);
      if (found !== blob.sha256) throw blobConflict(blob, found);
      return 'present';
    },
    async open(key) {
      const facts = isBlobKey(key) ? factsOf(key) : null;
      const found = blobs.get(key);
      if (facts === null || found === undefined) return null;
      return { facts, stream: Readable.from([found.bytes]) };
    },
    async stat(key) {
      return factsOf(key);
    },
    async *list(prefix) {
      for (const key of [...blobs.keys()].sort()) {
        const facts = key.startsWith(prefix) ? factsOf(key) : null;
        if (facts !== null) yield facts;
      }
    },
  };
}
