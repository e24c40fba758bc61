import type { IndexEntry } from '../schema/index-entry.ts';

/** A blob to store: immutable, so the same key always has the same bytes. */
export interface PlannedBlob {
  /** `packages/<name>/<name>-<version>.tar.gz` or `docs/<name>/<version>/<path>`. */
  key: string;
  sha256: string;
  /** Bytes. */
  size: number;
  contentType: string;
}

/** What a publish or yank will do, as plain data: `--dry-run` prints it, tests compare it, `applyPlan` carries it out. */
export interface Plan {
  action: 'publish' | 'yank' | 'unyank' | 'quarantine';
  name: string;
  version: string;
  blobs: PlannedBlob[];
  before: IndexEntry | null;
  after: IndexEntry;
  /** The commit message: a subject line that names the action, then who did it. */
  message: string;
}

/** `unchanged` means that the request is already fulfilled, which counts as success. */
export type Planned = { kind: 'plan'; plan: Plan } | { kind: 'unchanged'; entry: IndexEntry };
