import type { PackageFacts } from '@orchestra/core';

/** A release asset whose bytes are known. */
export interface Asset {
  id: number;
  /** Who uploaded it: a numeric id. */
  uploaderId: number;
  /** Tag of its release. */
  tag: string;
  /** The commit that the tag names. */
  commit: string;
  bytes: Buffer;
}

/** What was packed to be published. */
export interface PackedPackage {
  name: string;
  version: string;
  /** The .tar.gz. */
  bytes: Buffer;
  facts: PackageFacts;
}

/** Name of the file that a package is released as. */
export function assetFile({ name, version }: Pick<PackedPackage, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`;
}
