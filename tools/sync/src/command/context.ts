import type { GcsOptions } from '@orchestra/registry';
import type { MirrorResult } from '../mirror-index.ts';

/** What the command uses besides its options. */
export interface SyncContext {
  cwd: string;
  /** `postgres://…`; undefined where none is set. */
  databaseUrl: string | undefined;
  fetch: typeof globalThis.fetch;
  gcs?: GcsOptions;
  /** Stops a command that watches. */
  signal: AbortSignal;
  /** Prints the result of a sync. */
  show(result: MirrorResult): void;
  /** Prints an error after which the command tries again. */
  showError(error: unknown): void;
  /** Called with the command's progress, for display. */
  onProgress(text: string): void;
}
