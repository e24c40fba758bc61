import type { PackageFacts } from '@orchestra/core';

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
