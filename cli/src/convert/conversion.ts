import type { Analysis, ChangedField, UnsupportedUse } from '@orchestra/core';
import type { Foreign } from './read-foreign.ts';

/** Where the code of an extension was found. */
export interface FoundCode {
  /**
   * package: the files that would be packed; source: what they are built of; broken: sources that
   * can't be bundled; missing: the manifest names code, and nothing of it is there; none: it names no
   * code.
   */
  from: 'package' | 'source' | 'broken' | 'missing' | 'none';
  /** Entry files that were read, from the folder. */
  entries: string[];
  /** Built files that aren't there, and of which the source was found. */
  unbuilt: string[];
  /** What the manifest may name instead of those, by field: a build makes them of it. */
  sources: Record<string, string>;
  /** Entry files that aren't there, nor what they may be built of. */
  missing: string[];
  /** What was looked for in vain: those files, and the likeliest source of each. */
  lookedFor: string[];
  /** Packages that the source uses and that aren't installed: nothing is known of what they do. */
  notInstalled: string[];
}

/** What makes an extension of another app one that can be published, and what stands in its way. */
export interface Conversion {
  foreign: Foreign;
  /** Text of the manifest as it is to be. */
  text: string;
  manifest: Record<string, unknown>;
  changes: ChangedField[];
  code: FoundCode;
  /** Null where there is no code to analyse. */
  analysis: Analysis | null;
  /** Of the manifest first, then of the code. */
  unsupported: UnsupportedUse[];
  /** What its author has left to do, a sentence each. */
  todo: string[];
}
