import type { Limits, Manifest, PackageAnalysis, Problem } from '@orchestra/core';

/** All files of a package by path (`/` between folders, no leading `./`), as they are or will be packed. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What a check looks at: a folder about to be packed, or an archive at the door. */
export interface CheckedPackage {
  manifest: Manifest;
  files: PackageFiles;
  limits: Limits;
  /** What the code in `files` uses. */
  analysis: PackageAnalysis;
  /** Names of `reserved-names.json`; empty where it isn't at hand. */
  reservedNames: ReadonlySet<string>;
  /**
   * `folder`: packing will still strip emails and leave files out, so those are warnings.
   * `archive`: what is found is what would be stored.
   */
  origin: 'folder' | 'archive';
  /** What {@link origin} `folder` left out of the package, with why; empty for an archive. */
  leftOut: readonly LeftOutFile[];
}

/** A file or folder of the author's folder that doesn't go into the package. */
export interface LeftOutFile {
  path: string;
  /** `not-listed`: neither the manifest nor a document asks for it. */
  reason: 'node-modules' | 'secret' | 'ignored' | 'link' | 'too-large' | 'not-listed';
}

/** One rule: looks at a package and names everything wrong with it. Pure, and quick on hostile input. */
export type Check = (checked: CheckedPackage) => Problem[];
