import type { Analysis, ChangedField, UnsupportedUse } from '@orchestra/core';
import type { LackingPermissions } from './find-lacking.ts';
import type { Foreign } from './read-foreign.ts';

/** The code of an extension that a conversion found. */
export interface FoundCode {
  /**
   * `package`: the files that would be packed; `source`: the sources they are built from; `broken`: sources
   * that can't be bundled; `missing`: the manifest names code that doesn't exist; `none`: the manifest names
   * no code.
   */
  from: 'package' | 'source' | 'broken' | 'missing' | 'none';
  /** Entry files that were read, relative to the folder. */
  entries: string[];
  /** Missing built files whose source was found. */
  unbuilt: string[];
  /**
   * Sources that the manifest could name instead of the missing built files, by field; a build then makes
   * those.
   */
  sources: Record<string, string>;
  /** Sources that the manifest names as `main` or `browser`, and the file of the package that a build makes of each. */
  bundled: { field: string; source: string; output: string }[];
  /** Missing entry files whose source wasn't found either. */
  missing: string[];
  /** Paths that were tried for the missing files: the files themselves, and the likeliest source of each. */
  lookedFor: string[];
  /** Packages that the source imports and that aren't installed, so that their code wasn't analysed. */
  notInstalled: string[];
}

/** True where all code was found that the manifest names, with what it imports. */
export function isAllFound({ missing, notInstalled }: FoundCode): boolean {
  return missing.length === 0 && notInstalled.length === 0;
}

/** The changes that make an extension of another app publishable, and what is left to do. */
export interface Conversion {
  foreign: Foreign;
  /** The new text of the manifest. */
  text: string;
  manifest: Record<string, unknown>;
  changes: ChangedField[];
  code: FoundCode;
  /** Null where there is no code to analyse. */
  analysis: Analysis | null;
  /** Unsupported features that the manifest uses, then those that the code uses. */
  unsupported: UnsupportedUse[];
  /** What the permissions of the new manifest may lack; null where they are all that the code needs. */
  lacking: LackingPermissions | null;
  /** Steps that are left to the author, one sentence each. */
  todo: string[];
}
