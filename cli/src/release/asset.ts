import type { PackageFacts } from '@orchestra/core';

/** A release asset with its bytes. */
export interface Asset {
  id: number;
  /** Numeric id of the uploader. */
  uploaderId: number;
  /** Tag of the GitHub release. */
  tag: string;
  /** Commit that the tag points to. */
  commit: string;
  bytes: Buffer;
}

/** A package that was packed to be published. */
export interface PackedPackage {
  name: string;
  version: string;
  /** The .tar.gz. */
  bytes: Buffer;
  facts: PackageFacts;
}

/** The file name of a package's release asset. */
export function assetFile({ name, version }: Pick<PackedPackage, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`;
}
