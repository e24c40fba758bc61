import type { Limits, Manifest, PackageAnalysis, Problem } from '@orchestra/core';

/** All files of a package by path (`/` between folders, no leading `./`), with the bytes that are packed. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What a check looks at: an author's folder before packing, or an archive that was submitted. */
export interface CheckedPackage {
  manifest: Manifest;
  files: PackageFiles;
  limits: Limits;
  /** Result of the analysis of the code in `files`. */
  analysis: PackageAnalysis;
  /** Names of `reserved-names.json`; empty where that file isn't available. */
  reservedNames: ReadonlySet<string>;
  /**
   * `folder`: packing will still remove emails and leave files out, so those are warnings. `archive`: the
   * package is stored as it is.
   */
  origin: 'folder' | 'archive';
  /** Files that were left out of a package made from a folder, each with the reason; empty for an archive. */
  leftOut: readonly LeftOutFile[];
}

/** A file or folder of the author's project that isn't packed. */
export interface LeftOutFile {
  path: string;
  /**
   * `not-listed` means that neither the manifest nor a document refers to it; `earlier-package`, that it was
   * packed of this extension before.
   */
  reason:
    'node-modules' | 'secret' | 'ignored' | 'link' | 'too-large' | 'earlier-package' | 'not-listed';
}

/** A check: takes a package and returns all problems that it finds. Pure, and quick on hostile input. */
export type Check = (checked: CheckedPackage) => Problem[];
