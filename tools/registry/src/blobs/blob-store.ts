import type { PlannedBlob } from '@orchestra/core';
import type { Readable } from 'node:stream';

/** The bytes of a blob: in memory, or a local file that is streamed. */
export type BlobContent = Uint8Array | { file: string };

/** A stored blob's key, size and type. */
export interface BlobFacts {
  key: string;
  /** Bytes. */
  size: number;
  contentType: string;
  storedAt: Date;
}

/**
 * Stores packages and docs in a folder, in memory or in a bucket. Blobs are immutable: none can be changed or
 * deleted.
 */
export interface BlobStore {
  /**
   * Stores a blob under its key: completely or not at all, and never over an existing one.
   *
   * @returns `present` where the same bytes are stored already
   * @throws RegistryError `blob-conflict` where other bytes are stored under the key, and `digest-mismatch`
   *   where the content doesn't match `blob.sha256` (nothing is stored then)
   */
  put(blob: PlannedBlob, content: BlobContent): Promise<'stored' | 'present'>;
  /** A blob's facts and bytes; null where there is none. */
  open(key: string): Promise<{ facts: BlobFacts; stream: Readable } | null>;
  stat(key: string): Promise<BlobFacts | null>;
  /** All blobs whose key starts with the prefix, sorted by key. */
  list(prefix: string): AsyncIterable<BlobFacts>;
}
