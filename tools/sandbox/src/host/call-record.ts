import type { Permission } from '@orchestra/core';
import type { SourcePlace } from './source-places.ts';

/** A call that an extension made of the API, and what the gate made of it. */
export interface CallRecord {
  /** The build that made it; from 1, in order. */
  build: number;
  /** The member of `@orchestra/api`, e.g. `fs.readFile`. */
  api: string;
  /** What it needs; null where the API has no such member. */
  permissions: readonly Permission[] | null;
  /** What it was called with, as `encodeValue` made it. Whoever keeps records may not want to keep this. */
  args: unknown;
  /** Whether the gate let it through. */
  isAllowed: boolean;
  /** The extension's own line; null where none is on the stack. */
  place: SourcePlace | null;
  /** Milliseconds since 1970. */
  startedAt: number;
  durationMs: number;
  /** What was thrown, where something was. */
  error?: string;
}
