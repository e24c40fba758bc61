import type { GcsOptions } from '@orchestra/registry';
import type { MirrorResult } from '../mirror-index.ts';

/** What the command runs with, beside its options. */
export interface SyncContext {
  cwd: string;
  /** `postgres://…`; undefined where none is named. */
  databaseUrl: string | undefined;
  fetch: typeof globalThis.fetch;
  gcs?: GcsOptions;
  /** Ends a command that watches. */
  signal: AbortSignal;
  /** Shows what was mirrored. */
  show(result: MirrorResult): void;
  /** Shows what failed and is tried again. */
  showError(error: unknown): void;
  /** Told how far the command is, for whoever waits at a terminal. */
  onProgress(text: string): void;
}
