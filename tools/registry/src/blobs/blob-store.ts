import type { PlannedBlob } from '@orchestra/core';
import type { Readable } from 'node:stream';

/** The bytes of a blob: in memory, or a file on this machine that is streamed. */
export type BlobContent = Uint8Array | { file: string };

/** What a store knows of a blob. */
export interface BlobFacts {
  key: string;
  /** Bytes. */
  size: number;
  contentType: string;
  storedAt: Date;
}

/**
 * Where packages and docs live: a folder, memory, or a bucket. Blobs are immutable: there is no
 * way to change or delete one.
 */
export interface BlobStore {
  /**
   * Stores a blob under its key, whole or not at all, and only where nothing stands yet.
   *
   * @returns `present` where the same bytes are stored already.
   * @throws RegistryError `blob-conflict` where other bytes are stored under the key, and
   *   `digest-mismatch` where the content isn't what `blob.sha256` says (nothing is stored then).
   */
  put(blob: PlannedBlob, content: BlobContent): Promise<'stored' | 'present'>;
  /** A blob's facts and bytes, or null where there is none. */
  open(key: string): Promise<{ facts: BlobFacts; stream: Readable } | null>;
  stat(key: string): Promise<BlobFacts | null>;
  /** All blobs whose key starts with the prefix, by key. */
  list(prefix: string): AsyncIterable<BlobFacts>;
}
